// Partners in bulk: what is wrong with a row is said as the mutation says it, and a file is written whole or not at all.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { organizationCodeCheck, usccCheck } from '#shared/uscc.js';
import { withClient } from '../kit/database.js';
import { admin, openOwners, type Owners } from '../kit/importing.js';
import { countStatements } from '../kit/statements.js';
import { viewerAs } from '../kit/subgraphs.js';

let owners: Owners;
beforeAll(async () => {
  owners = await openOwners();
});
afterAll(() => owners?.stop());

let made = 0;
/** A credit code of a university that nobody else has. */
const code = (prefix = '12') => {
  const body = String(20_000_000 + (made += 1));
  const first = `${prefix}110000${body}${organizationCodeCheck(body)}`;
  return `${first}${usccCheck(first)}`;
};
const named = (text: string) => `${text} ${(made += 1)} ${Math.random()}`;
const university = (rest: object = {}) => ({
  name: named('大学'),
  kind: 'UNIVERSITY',
  uscc: code(),
  ...rest,
});
const universities = (count: number) => Array.from({ length: count }, () => university());

const rowsOf = <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(owners.database.address, async (client) => (await client.query<Row>(statement, values)).rows);
const sourcesOf = (id: string) =>
  rowsOf<{ id: string; name: string; nameEn: string; version: number }>(
    `select id, name, name_en as "nameEn", version from partners.partner where source = $1`,
    [`import:${id}`],
  );
const problemsOf = ({
  problems,
}: {
  problems: { field: string | null; code: string; severity?: string }[];
}) => problems.map(({ field, code, severity }) => `${severity} ${field} ${code}`);

describe('a look at rows', () => {
  test('says what is wrong by field and code, as the mutation does, and what is only worth a look', async () => {
    const good = code();
    const bad = `${good.slice(0, 17)}${good.endsWith('1') ? '2' : '1'}`;
    const rows = [
      university(),
      { name: '', kind: 'UNIVERSITY' },
      { kind: 'UNIVERSITY' },
      { name: named('医院'), kind: 'HOSPITAL' },
      university({ uscc: bad }),
      university({ uscc: `${good.slice(0, 9)}O${good.slice(10)}` }),
      university({ uscc: code('53') }),
      university({ areaCode: '36030' }),
      university({ areaCode: '360301' }),
      university({ nickname: 'x' }),
      university({ uscc: 5 }),
    ];
    const examined = await owners.examine(owners.job('partners', rows));
    expect(examined.map(({ number, verdict }) => `${number} ${verdict}`)).toEqual(
      rows.map((_, index) => `${index + 1} ${[0, 6].includes(index) ? 'CREATE' : 'REFUSE'}`),
    );
    expect(examined.map(problemsOf)).toEqual([
      [],
      ['ERROR name TEXT_BLANK'],
      ['ERROR name VALUE_MISSING'],
      ['ERROR kind VALUE_NOT_ALLOWED'],
      ['ERROR uscc USCC_BAD_CHECK'],
      ['ERROR uscc USCC_BAD_CHAR', 'WARNING uscc ORG_CODE_CHECK'].slice(0, 1),
      ['WARNING uscc USCC_KIND_MISMATCH'],
      ['ERROR areaCode VALUE_NOT_ALLOWED'],
      ['ERROR areaCode AREA_PLACEHOLDER'],
      ['ERROR nickname FIELD_UNKNOWN'],
      ['ERROR uscc VALUE_NOT_ALLOWED'],
    ]);
    expect(examined[3]!.problems[0]).toMatchObject({ found: '"HOSPITAL"' });
    expect(examined[3]!.problems[0]!.allowed).toMatch(/UNIVERSITY.*PROCURATORATE/);
  });

  test('of a page costs as many statements as of one row', async () => {
    const cost = async (rows: object[]) => {
      const job = owners.job('partners', rows);
      await owners.examine(job);
      const counted = countStatements();
      try {
        await owners.examine(job);
        return counted.texts.length;
      } finally {
        counted.stop();
      }
    };
    const one = await cost(universities(1));
    expect(await cost(universities(250))).toBe(one);
    expect(one).toBeLessThan(6);
  });

  test('finds what is on record by code, or by name and kind, and says what becomes of it', async () => {
    const [first, second] = [university(), university({ uscc: undefined })];
    expect(await owners.write(owners.job('partners', [first, second]))).toMatchObject({ created: 2 });
    const rows = [
      { ...first, name: named('新名') },
      { ...second, name: `${second.name}　`, nameEn: 'Again' },
      { ...second, kind: 'FOUNDATION' },
      university({ name: first.name }),
      second,
    ];
    const verdicts = async (onDuplicate: 'SKIP' | 'UPDATE' | 'CREATE') =>
      (await owners.examine(owners.job('partners', rows, { onDuplicate }))).map(
        ({ verdict, existing, problems }) =>
          [verdict, existing?.name ?? '', ...problems.map((found) => found.code)].join(' ').trim(),
      );
    const [name, other] = [first.name, second.name];
    expect(await verdicts('SKIP')).toEqual([
      `SKIP ${name}`,
      `SKIP ${other}`,
      'CREATE',
      'CREATE',
      `SKIP ${other} DUPLICATE_IN_FILE`,
    ]);
    expect(await verdicts('UPDATE')).toEqual([
      `UPDATE ${name}`,
      `UPDATE ${other}`,
      'CREATE',
      'CREATE',
      `SKIP ${other} DUPLICATE_IN_FILE`,
    ]);
    expect(await verdicts('CREATE')).toEqual([
      `REFUSE ${name} DUPLICATE_USCC`,
      `CREATE ${other}`,
      'CREATE',
      'CREATE',
      `CREATE ${other}`,
    ]);
  });

  test('finds by a text what it may mean', async () => {
    const [one, twin] = [university(), university()];
    const rows = [one, { ...twin, name: one.name }];
    await owners.write(owners.job('partners', rows));
    const [byCodes, byName, none] = await owners.references('partners', 'partners', [
      ` ${one.uscc.toLowerCase()}`,
      `　${one.name} `,
      named('nobody'),
    ]);
    const [byCode] = byCodes!;
    expect(byName).toHaveLength(2);
    expect(byName).toContain(byCode);
    expect(none).toEqual([]);
    expect(await owners.references('partners', 'partners', [byCode!])).toEqual([[byCode]]);
  });
});

describe('a file', () => {
  test('is written once, as imported by its job, with a record of each row and a new version of the data', async () => {
    const rows = [...universities(600), university()];
    const job = owners.job('partners', rows);
    const before = await owners.version('partners');
    expect(await owners.write(job)).toEqual({
      state: 'WRITTEN',
      created: 601,
      updated: 0,
      skipped: 0,
      problems: [],
    });
    expect(await owners.version('partners')).not.toBe(before);
    const written = await sourcesOf(job.id);
    expect(new Set(written.map(({ name }) => name))).toEqual(new Set(rows.map(({ name }) => name)));
    const [audit] = await rowsOf<{ records: number; subjects: string[] }>(
      `select count(*)::int as records, array_agg(distinct subject) as subjects from partners.audit_record
        where action = 'importPartners' and entity_id in (select id::text from partners.partner where source = $1)`,
      [`import:${job.id}`],
    );
    expect(audit).toEqual({ records: 601, subjects: [admin.subject] });
    // The same job, and the same rows in another.
    expect(await owners.write(job)).toMatchObject({ state: 'WRITTEN', created: 601 });
    expect(await owners.write({ ...job, attempt: 2 })).toMatchObject({ state: 'WRITTEN', created: 601 });
    expect(await owners.write(owners.job('partners', rows))).toMatchObject({ created: 0, skipped: 601 });
    expect(await sourcesOf(job.id)).toEqual(written);
    expect(await owners.brokenBooks()).toEqual([]);
  });

  test('with a bad row 9,999 of 10,000 writes nothing, names it, and is remembered until it is tried again', async () => {
    const rows: { name: string; kind: string; uscc?: string }[] = universities(10_000);
    rows[9_998] = { name: rows[9_998]!.name, kind: 'UNIVERSITY', uscc: '12' };
    const job = owners.job('partners', rows);
    const refused = await owners.write(job);
    expect(refused).toMatchObject({ state: 'REFUSED', created: 0 });
    expect(refused.problems).toMatchObject([{ number: 9_999, field: 'uscc', code: 'USCC_LENGTH' }]);
    expect(await sourcesOf(job.id)).toEqual([]);
    let asked = 0;
    owners.onPage = () => {
      asked += 1;
    };
    expect(await owners.write(job)).toEqual(refused);
    expect(asked).toBe(0);
    expect(await owners.write({ ...job, attempt: 2 })).toEqual(refused);
    expect(asked).toBe(40);
    owners.onPage = () => undefined;
  });

  test('changes what is on record where that is asked for, and only what may change', async () => {
    const rows = universities(3);
    await owners.write(owners.job('partners', rows));
    const changed = [
      { ...rows[0], nameEn: 'First' },
      rows[1]!,
      { ...rows[2], kind: 'ENTERPRISE', areaCode: null },
    ];
    const job = owners.job('partners', changed, { onDuplicate: 'UPDATE' });
    expect(await owners.write(job)).toMatchObject({ created: 0, updated: 1, skipped: 2 });
    const [found] = await rowsOf(`select name_en, version, kind from partners.partner where uscc = $1`, [
      rows[0]!.uscc,
    ]);
    expect(found).toEqual({ name_en: 'First', version: 2, kind: 'UNIVERSITY' });
    expect(await owners.undo(job)).toEqual({ state: 'UNDONE', undone: 1, problems: [] });
    const [back] = await rowsOf(`select name_en, version from partners.partner where uscc = $1`, [
      rows[0]!.uscc,
    ]);
    expect(back).toEqual({ name_en: null, version: 3 });
  });

  test('that loses its connection in the middle leaves nothing and is written by the next call', async () => {
    const job = owners.job('partners', universities(700));
    owners.onPage = async (id, after) => {
      if (id !== job.id || after !== 500) return;
      await rowsOf(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())`,
      );
      owners.onPage = () => undefined;
    };
    await expect(owners.write(job)).rejects.toThrow();
    expect(await sourcesOf(job.id)).toEqual([]);
    expect(await owners.write(job)).toMatchObject({ state: 'WRITTEN', created: 700 });
  });

  test('whose process ends in the middle leaves nothing and is written after it has begun anew', async () => {
    const job = owners.job('partners', universities(700));
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    owners.onPage = async (id, after) => {
      if (id !== job.id || after !== 500) return;
      reached.resolve();
      await gate.promise;
    };
    const asked = owners.askToWrite(job).catch(() => null);
    await reached.promise;
    const restarted = owners.restart('partners');
    gate.resolve();
    await restarted;
    owners.onPage = () => undefined;
    expect((await asked)?.state ?? 'ended').not.toBe('WRITTEN');
    expect(await sourcesOf(job.id)).toEqual([]);
    expect(await owners.write(job)).toMatchObject({ state: 'WRITTEN', created: 700 });
  });

  test('is written by one of several that are asked at once', async () => {
    const job = owners.job('partners', universities(300));
    const states = await Promise.all([owners.write(job), owners.write(job), owners.write(job)]);
    expect(states.map(({ created }) => created)).toEqual([300, 300, 300]);
    expect(await sourcesOf(job.id)).toHaveLength(300);
  });

  test('is refused to whoever may not register one', async () => {
    const job = owners.job('partners', [university()]);
    for (const viewer of [
      viewerAs('partner', { partnerId: job.id }),
      viewerAs('analyst'),
      viewerAs('finance'),
    ]) {
      for (const act of [owners.examine, owners.write, owners.undo])
        await expect(act({ ...job, viewer })).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    }
    await expect(owners.examine({ ...job, noun: 'partner' as never })).rejects.toThrow();
    expect(await sourcesOf(job.id)).toEqual([]);
  });
});

describe('what a file wrote', () => {
  const register = async (mutation: string, input: object, viewer = admin) => {
    const { data, errors } = await owners.ask('partners', viewer, mutation, { input });
    if (errors) throw errors[0] as Error;
    return data as unknown as Record<string, { id: string }>;
  };

  test('goes again, and may be written anew by another file', async () => {
    const rows = universities(300);
    const job = owners.job('partners', rows);
    await owners.write(job);
    const ids = (await sourcesOf(job.id)).map(({ id }) => id);
    expect(await owners.undo(job)).toEqual({ state: 'UNDONE', undone: 300, problems: [] });
    expect(await sourcesOf(job.id)).toEqual([]);
    const [audit] = await rowsOf(
      `select count(*)::int as records from partners.audit_record where changes ? 'removed' and entity_id = any($1)`,
      [ids],
    );
    expect(audit).toEqual({ records: 300 });
    expect(await owners.undo(job)).toEqual({ state: 'UNDONE', undone: 300, problems: [] });
    expect(await owners.write(owners.job('partners', rows))).toMatchObject({ created: 300 });
    expect(await owners.brokenBooks()).toEqual([]);
  });

  test('stays when somebody changed one of its rows, when something names one, and after a day', async () => {
    const job = owners.job('partners', universities(3));
    await owners.write(job);
    const [first, second] = await sourcesOf(job.id);
    await register(
      `mutation ($input: RegisterResourceInput!) { made: registerResource(input: $input) { ... on Resource { id } } }`,
      { partnerId: first!.id, title: '场地', category: 'VENUE', capacity: '1', unit: '次' },
    );
    const key = await owners.ask(
      'identity',
      admin,
      `mutation ($input: CreateApiKeyInput!) { made: createApiKey(input: $input) { __typename } }`,
      {
        input: {
          label: 'test',
          scopes: ['read'],
          partnerId: second!.id,
        },
      },
    );
    expect(key.data).toEqual({ made: { __typename: 'ApiKeyCreated' } });
    const named = await owners.undo(job);
    expect(named).toMatchObject({ state: 'REFUSED', undone: 0 });
    expect(named.problems.map(({ id, code, message }) => `${id} ${code} ${message}`)).toEqual([
      `${first!.id} REFERRED_TO a resource names it.`,
      `${second!.id} REFERRED_TO an API key names it.`,
    ]);
    await register(
      `mutation ($input: UpdatePartnerInput!) { made: updatePartner(input: $input) { ... on Partner { id } } }`,
      { partnerId: first!.id, version: 1, nameEn: 'Changed' },
    );
    const changed = await owners.undo(job);
    expect(changed.problems).toMatchObject([{ id: first!.id, code: 'CHANGED_SINCE' }]);
    await rowsOf(
      `update partners.import_batch set written_at = now() - interval '24 hours 1 minute' where job = $1`,
      [job.id],
    );
    const late = await owners.undo(job);
    expect(late).toMatchObject({ state: 'REFUSED', problems: [{ code: 'UNDO_TOO_LATE' }] });
    expect(await sourcesOf(job.id)).toHaveLength(3);
  });

  test('is removed by no other way: the hub may delete nothing', async () => {
    const job = owners.job('partners', universities(2));
    await owners.write(job);
    const [first] = await sourcesOf(job.id);
    const asHub = (statement: string) =>
      withClient(owners.database.address, async (client) => {
        await client.query('set role hub_partners');
        await client.query(`set hub.roles = 'admin'`);
        return client.query(statement);
      });
    await expect(asHub(`delete from partners.partner where id = '${first!.id}'`)).rejects.toThrow(
      /permission denied/,
    );
    await rowsOf(`update partners.import_batch set written_at = now() - interval '26 hours' where job = $1`, [
      job.id,
    ]);
    const { rows } = await asHub(`select partners.remove_imported_partner('${job.id}') as removed`);
    expect(rows).toEqual([{ removed: 0 }]);
  });
});
