// What a file holds, as others read it: readers that are not ours, and the standards' own requirements.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { openXlsx } from 'hucre/xlsx';
import { type Column, number, text } from '#exports/format/column.js';
import { csv } from '#exports/format/csv.js';
import { gexf } from '#exports/format/gexf.js';
import { graphml } from '#exports/format/graphml.js';
import { json } from '#exports/format/json.js';
import { xlsx } from '#exports/format/xlsx.js';
import type { Network } from '#exports/network-parts.js';
import type { ExportFacts } from '#gateway/exports/export.js';

interface Row {
  name: string | null;
  quantity: string | number | null;
}
const columns: readonly Column<Row>[] = [
  text('name', ({ name }) => name),
  number('quantity', ({ quantity }) => quantity),
];

const facts: ExportFacts = {
  name: 'test.csv',
  filter: 'status=ACTIVE',
  exportedAt: '2026-11-26T10:00:04.000Z',
  dataVersion: 'partners=1~2~2026-11-26',
  end: () => ({ rows: 2, dataVersion: 'partners=1~3~2026-11-26', changed: true }),
};

async function* pagesOf<T>(...pages: (readonly T[])[]) {
  for (const page of pages) yield await Promise.resolve(page);
}

async function bytesOf(file: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Cells that a spreadsheet would take for more than text, and texts that a careless writer would break. */
const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'];
const awkward = ['a,b', 'say "so"', 'two\nlines', 'two\r\nlines', ' 前后 ', "'", '1.21E+17', '萍乡🌾', ''];

describe('CSV', () => {
  test('is UTF-8 with a byte order mark and ends each line as RFC 4180 says', async () => {
    const bytes = await bytesOf(csv(pagesOf<Row>([{ name: '萍乡', quantity: '1.50' }]), columns));
    expect(bytes.toString('hex')).toMatch(/^efbbbf/);
    expect(bytes.toString()).toBe('\ufeffname,quantity\r\n萍乡,1.50\r\n');
  });

  test('no text is a formula, and a number stays a number', async () => {
    const rows: Row[] = [
      ...formulas.map((name) => ({ name, quantity: -1.5 })),
      ...awkward.map((name) => ({ name, quantity: '-2.50' })),
      { name: null, quantity: null },
    ];
    const bytes = await bytesOf(csv(pagesOf(rows.slice(0, 3), rows.slice(3)), columns));
    const read = parse(bytes, { bom: true, record_delimiter: '\r\n' });
    expect(read).toEqual([
      ['name', 'quantity'],
      ...formulas.map((name) => [`'${name}`, '-1.5']),
      ...awkward.map((name) => [name, '-2.50']),
      ['', ''],
    ]);
  });
});

describe('XLSX', () => {
  test('opens with the data as it is, no formula among it, and a sheet that says what it is', async () => {
    const rows = [...formulas, ...awkward, 'a\u0001b<&>\ud800'].map((name, index) => ({
      name,
      quantity: `${index}.5`,
    }));
    const file = xlsx(pagesOf<Row>(rows, [{ name: null, quantity: null }]), columns, facts);
    const { sheets } = await openXlsx(await bytesOf(file));
    expect(sheets.map(({ name }) => name)).toEqual(['数据 data', '说明 about']);
    const [data, about] = sheets.map(({ rows: read }) =>
      read.map((cells) => cells.map((cell) => cell ?? '')),
    );
    expect(data?.[0]).toEqual(['名称 name', '数量 quantity']);
    // A reader makes one line end of two, as XML says.
    const told = [...formulas, ...awkward.map((name) => name), 'ab<&>'];
    expect(data?.slice(1, told.length + 1)).toEqual(told.map((name, index) => [name, index + 0.5]));
    const said = Object.fromEntries(
      about?.map(([name, value]) => [String(name).split(' ').at(-1), value]) ?? [],
    );
    expect(said).toMatchObject({
      export: 'test.csv',
      filter: 'status=ACTIVE',
      exportedAt: facts.exportedAt,
      dataVersion: facts.dataVersion,
      rows: '2',
      dataVersionAtEnd: 'partners=1~3~2026-11-26',
      writtenMeanwhile: 'yes',
      name: 'name',
    });
  });
});

describe('JSON', () => {
  test('is one object, whatever the number of rows, and says at its end what was written meanwhile', async () => {
    for (const pages of [[], [[]], [['a'], [], ['b', 'c']]]) {
      const file = json(pagesOf<string>(...pages), facts, {
        opening: { version: '1' },
        list: 'items',
        item: (name) => ({ name }),
        closing: (rows) => ({ size: rows }),
      });
      expect(JSON.parse((await bytesOf(file)).toString())).toMatchObject({
        version: '1',
        items: pages.flat().map((name) => ({ name })),
        size: 2,
        hub: { filter: 'status=ACTIVE', dataVersion: facts.dataVersion, writtenMeanwhile: true, rows: 2 },
      });
    }
  });
});

const place = { degree: 2, betweenness: 0.5, community: 1, x: -1.25, y: 3e-7 };
const nothing = { organization: null, partner: null, project: null };
const network: Network = {
  nodes: [
    {
      ...nothing,
      ...place,
      id: 'o',
      kind: 'ORGANIZATION',
      organization: { name: '甲 <&> "社"\u0001', kind: 'FOUNDATION' },
    },
    {
      ...nothing,
      ...place,
      id: 'p',
      kind: 'PARTNER',
      betweenness: 0,
      partner: { name: '乙', kind: 'UNIVERSITY' },
    },
    { ...nothing, ...place, id: 'j', kind: 'PROJECT', project: { name: "'丙'" } },
  ],
  edges: [
    { source: 'o', target: 'p', kind: 'RESOURCE_LINK', weight: 2.5, validFrom: '2026-01-01', validTo: null },
    { source: 'o', target: 'p', kind: 'AGREEMENT', weight: 1, validFrom: null, validTo: null },
  ],
  nodeCount: 3,
  edgeCount: 2,
  truncated: false,
  dataVersion: 'v1',
};
/** What every reader must find in a picture. */
const found = (graph: MultiGraph) => ({
  nodes: graph.mapNodes((id, { label, kind, entityKind, degree, betweenness, community, x, y }) => ({
    id,
    label,
    kind,
    entityKind,
    degree,
    betweenness,
    community,
    x,
    y,
  })),
  edges: graph.mapEdges((_id, { kind, weight, validFrom, validTo }, source, target) => ({
    source,
    target,
    kind,
    weight,
    validFrom,
    validTo,
  })),
  isUndirected: graph.directedSize === 0,
});
const nodes = [
  { id: 'o', label: '甲 <&> "社"', kind: 'ORGANIZATION', entityKind: 'FOUNDATION', ...place },
  { id: 'p', label: '乙', kind: 'PARTNER', entityKind: 'UNIVERSITY', ...place, betweenness: 0 },
  { id: 'j', label: "'丙'", kind: 'PROJECT', entityKind: undefined, ...place },
];
const edges = [
  {
    source: 'o',
    target: 'p',
    kind: 'RESOURCE_LINK',
    weight: 2.5,
    validFrom: '2026-01-01',
    validTo: undefined,
  },
  { source: 'o', target: 'p', kind: 'AGREEMENT', weight: 1, validFrom: undefined, validTo: undefined },
];

describe('Pictures of a network', () => {
  test('GEXF 1.3 has names, kinds, measures and places, and says what it is', async () => {
    const file = (await bytesOf(gexf(pagesOf([network]), facts))).toString();
    expect(found(parseGexf(MultiGraph, file) as MultiGraph)).toEqual({ nodes, edges, isUndirected: true });
    expect(file).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<gexf xmlns="http:\/\/gexf\.net\/1\.3" xmlns:viz="http:\/\/gexf\.net\/1\.3\/viz" version="1\.3">/,
    );
    expect(file).toContain('<meta lastmodifieddate="2026-11-26"><creator>');
    expect(file).toMatch(
      /<description>export: test\.csv; filter: status=ACTIVE; exportedAt: 2026-11-26T10:00:04\.000Z; dataVersion: partners=1~2~2026-11-26; networkVersion: v1;/,
    );
  });

  test('GraphML has the same, under the names that Gephi knows', async () => {
    const file = (await bytesOf(graphml(pagesOf([network]), facts))).toString();
    expect(found(parseGraphml(MultiGraph, file) as MultiGraph)).toEqual({ nodes, edges, isUndirected: true });
    expect(file).toContain('<desc>export: test.csv; filter: status=ACTIVE;');
  });
});

describe('Memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const rowsOnPage = 100;
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };

  /** Yields pages, and measures what is in use early and late. */
  async function* measured(count: number, figures: number[]) {
    for (let page = 0; page < count; page += 1) {
      if (page === 100 || page === count - 1) figures.push(used());
      yield await Promise.resolve(
        Array.from({ length: rowsOnPage }, (_, index): Row => ({
          name: `row ${page} ${index} 萍乡市`,
          quantity: index,
        })),
      );
    }
  }

  test.each([
    ['CSV', (pages: AsyncIterable<Row[]>) => csv(pages, columns)],
    ['XLSX', (pages: AsyncIterable<Row[]>) => xlsx(pages, columns, facts)],
    [
      'JSON',
      (pages: AsyncIterable<Row[]>) => json(pages, facts, { opening: {}, list: 'rows', item: (row) => row }),
    ],
  ])('%s takes as much for fifty thousand rows as for ten thousand', async (_name, write) => {
    const figures: number[] = [];
    let length = 0;
    for await (const chunk of write(measured(500, figures))) length += chunk.length;
    expect(length).toBeGreaterThan(200_000);
    const [early = 0, late = 0] = figures;
    expect(late - early).toBeLessThan(2 * 1024 * 1024);
  });
});
