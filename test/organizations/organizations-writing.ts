// Organizations on record: their code, their standing and what is changed about them, each rule by its id.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roleAddress } from '#shared/database/provision.js';
import { sessionOf } from '#shared/database/row-security.sql.js';
import { withClient } from '../kit/database.js';
import {
  agency,
  faults,
  filedBody,
  freshUscc,
  type Outcome,
  readOrganization,
  registerAs,
  selfOf,
  updateAs,
  updateError,
  warningsOf,
} from '../kit/organizations.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const register = (input: object) => registerAs(hub, input);
const update = (input: object, viewer?: Viewer) => updateAs(hub, input, viewer);
const read = <Data>(id: string, selection: string) => readOrganization<Data>(hub, id, selection);
const warnings = (organization: Outcome) => warningsOf(hub, organization);

describe('a credit code', () => {
  test('R-USCC-01: is kept normalised, however it is written', async () => {
    const uscc = freshUscc();
    const wide = [...uscc.toLowerCase()].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
    const written = `${wide.slice(0, 8).join('')} - ${wide.slice(8).join('')}`;
    expect(await register(agency({ uscc: written }))).toMatchObject({ __typename: 'Organization', uscc });
  });

  test('R-USCC-04: a wrong check is a problem of the field that tells the right one', async () => {
    const uscc = freshUscc();
    const wrong = `${uscc.slice(0, 17)}${uscc.endsWith('0') ? '1' : '0'}`;
    expect(await register(agency({ uscc: wrong }))).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ field: 'uscc', code: 'USCC_BAD_CHECK', allowed: uscc.slice(17) }],
    });
  });

  test('R-USCC-05: a wrong check of the organization code is a warning', async () => {
    const outcome = await register(agency({ uscc: '12100000400000678Y', kind: 'INCUBATION_BASE' }));
    expect(await warnings(outcome)).toEqual(['uscc ORG_CODE_CHECK']);
  });

  test('R-USCC-07: a code of another kind of body is refused', async () => {
    expect(faults(await register(agency({ uscc: freshUscc('51') })))).toEqual(['uscc USCC_KIND_MISMATCH']);
    expect(faults(await register(agency({ uscc: freshUscc('53'), kind: 'FOUNDATION' })))).toEqual([]);
  });

  test('R-USCC-08: an unknown division is a warning, the national one is none', async () => {
    expect(await warnings(await register(agency({ uscc: freshUscc('52', '360421') })))).toEqual([
      'uscc USCC_UNKNOWN_DIVISION',
    ]);
    expect(await warnings(await register(agency({ uscc: freshUscc('52', '100000') })))).toEqual([]);
  });

  test('R-USCC-09: belongs to one organization for life, and a change of name keeps it', async () => {
    const first = await register(agency());
    const taken = await register(agency({ uscc: first.uscc }));
    expect(taken).toMatchObject({
      __typename: 'OrganizationAlreadyRegistered',
      code: 'DUPLICATE_USCC',
      existing: { id: first.id },
    });
    const renamed = await update({ organizationId: first.id, version: 1, name: `新名 ${randomUUID()}` });
    expect(renamed).toMatchObject({ __typename: 'Organization', uscc: first.uscc, version: 2 });
    const other = await register(agency());
    expect(await update({ organizationId: other.id, version: 1, uscc: first.uscc })).toMatchObject({
      __typename: 'OrganizationAlreadyRegistered',
      existing: { id: first.id },
    });
  });

  test('R-USCC-09: 20 simultaneous registrations of one code leave one organization', async () => {
    const uscc = freshUscc();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => register(agency({ uscc }))));
    const [winner, ...more] = outcomes.filter(({ __typename }) => __typename === 'Organization');
    expect(more).toEqual([]);
    const losers = outcomes.filter((outcome) => outcome !== winner);
    expect(new Set(losers.map(({ existing }) => existing?.id))).toEqual(new Set([winner?.id]));
  });
});

describe('a legal standing', () => {
  test('R-REG-01: only a legal person has a code; one without is a warning', async () => {
    expect(faults(await register(filedBody({ uscc: freshUscc() })))).toEqual(['uscc USCC_NOT_ALLOWED']);
    const unknown = await register(agency({ uscc: null }));
    expect(await warnings(unknown)).toEqual(['uscc USCC_MISSING']);
  });

  test('R-REG-02: says who guides the body', async () => {
    const managers = [
      [agency(), 'CIVIL_AFFAIRS'],
      [filedBody(), 'TOWNSHIP'],
      [filedBody({ registrationStatus: 'UNREGISTERED' }), 'COMMUNITY'],
      [agency({ registrationStatus: 'REVOKED' }), null],
    ] as const;
    for (const [input, managedBy] of managers) {
      const { id } = await register(input);
      expect(await read(id, 'managedBy')).toEqual({ managedBy });
    }
  });

  test('R-REG-03: only a community organization has a class, and committees and companies are none', async () => {
    const { id } = await register(filedBody({ communityClass: 'CHARITY' }));
    expect(await read(id, 'communityClass')).toEqual({ communityClass: 'CHARITY' });
    expect(faults(await register(agency({ communityClass: 'CHARITY' })))).toEqual([
      'communityClass COMMUNITY_CLASS_NOT_ALLOWED',
    ]);
    for (const name of [
      '青山业主委员会',
      '高枳社区居民委员会',
      '高枳居委会治保委员会（演示）',
      '3号楼宇自治小组',
      '某家政有限公司',
    ]) {
      expect(faults(await register(filedBody({ name })))).toEqual(['name COMMUNITY_BODY_EXCLUDED']);
    }
    expect(faults(await register(filedBody({ name: '居委会志愿服务队' })))).toEqual([]);
  });

  test('R-REG-04: a filed body becomes a legal person under its own id, and never the reverse', async () => {
    const host = await register(agency());
    const filed = await register(filedBody({ fiscalHostId: host.id }));
    const uscc = freshUscc();
    const upgrade = { organizationId: filed.id, version: 1, registrationStatus: 'REGISTERED', uscc };
    expect(await update(upgrade)).toMatchObject({
      __typename: 'Organization',
      id: filed.id,
      uscc,
      version: 2,
    });
    expect(await read(filed.id, 'fiscalHost { id } registrationEvents { from to uscc }')).toEqual({
      fiscalHost: null,
      registrationEvents: [
        { from: null, to: 'FILED', uscc: null },
        { from: 'FILED', to: 'REGISTERED', uscc },
      ],
    });
    expect(await update({ organizationId: filed.id, version: 2, registrationStatus: 'FILED' })).toMatchObject(
      {
        __typename: 'InvalidTransition',
        allowed: ['DEREGISTERED', 'REVOKED'],
      },
    );
    await withClient(hub.database.address, (client) =>
      expect(client.query(`update organizations.registration_event set uscc = null`)).rejects.toThrow(
        /append-only/,
      ),
    );
  });

  test('R-REG-05: the host of a filed body is another, registered one; no other body has a host', async () => {
    const [host, filed] = [await register(agency()), await register(filedBody())];
    expect(faults(await register(filedBody({ fiscalHostId: filed.id })))).toEqual([
      'fiscalHostId FISCAL_HOST_NOT_REGISTERED',
    ]);
    expect(faults(await register(agency({ fiscalHostId: host.id })))).toEqual([
      'fiscalHostId FISCAL_HOST_NOT_ALLOWED',
    ]);
    expect(await register(filedBody({ fiscalHostId: randomUUID() }))).toMatchObject({
      __typename: 'UnknownReference',
      field: 'fiscalHostId',
    });
    const hosted = await register(filedBody({ fiscalHostId: host.id }));
    expect(await warnings(hosted)).toEqual([]);
    await update({ organizationId: host.id, version: 1, registrationStatus: 'REVOKED' });
    expect(await warnings(hosted)).toEqual(['fiscalHost FISCAL_HOST_NOT_REGISTERED']);
  });
});

describe('changing', () => {
  test('an organization changes what it says about itself, and nothing that others decide', async () => {
    const { id } = await register(agency({ nameEn: 'Agency' }));
    const mine = { organizationId: id, version: 1 };
    const changed = await update(
      { ...mine, nameEn: null, volunteers: 12, foundedOn: '2020-05-01' },
      selfOf({ id }),
    );
    expect(changed).toMatchObject({ __typename: 'Organization', version: 2 });
    expect(await read(id, 'nameEn volunteers foundedOn')).toEqual({
      ...{ nameEn: null, volunteers: 12, foundedOn: '2020-05-01' },
    });
    const decided = {
      registrationStatus: 'REVOKED',
      uscc: freshUscc(),
      areaCode: '360313',
      functionalZone: 'x',
    };
    for (const [field, value] of Object.entries(decided)) {
      const input = { organizationId: id, version: 2, [field]: value };
      expect(await updateError(hub, selfOf({ id }), input)).toBe('FORBIDDEN');
    }
    const { id: stranger } = await register(agency());
    const input = { ...mine, version: 2, name: 'x' };
    expect(await updateError(hub, selfOf({ id: stranger }), input)).toBe('FORBIDDEN');
  });

  test('the database refuses what the service would let through by mistake', async () => {
    const { id } = await register(agency());
    const { id: other } = await register(agency());
    await withClient(roleAddress('organizations', hub.database.address), async (client) => {
      const asSelf = async (statement: string, values: unknown[]) => {
        await client.query('begin');
        try {
          for (const [name, value] of Object.entries(sessionOf(selfOf({ id })) ?? {}))
            await client.query('select set_config($1, $2, true)', [name, value]);
          return (await client.query(statement, values)).rowCount;
        } finally {
          await client.query('rollback');
        }
      };
      expect(await asSelf('update organizations.organization set volunteers = 1 where id = $1', [id])).toBe(
        1,
      );
      expect(
        await asSelf('update organizations.organization set volunteers = 1 where id = $1', [other]),
      ).toBe(0);
      await expect(
        asSelf('update organizations.organization set area_code = $2 where id = $1', [id, '360313']),
      ).rejects.toThrow(/only an administrator/);
      await expect(
        asSelf(
          `insert into organizations.area (code, name, level, parent_code) values ('360324', 'x', 'COUNTY', '360300')`,
          [],
        ),
      ).rejects.toThrow(/row-level security/);
    });
  });

  test('case 61: of two administrators who read the same version, one is told that it is stale', async () => {
    const { id } = await register(agency());
    const outcomes = await Promise.all(
      ['甲', '乙'].map((name) => update({ organizationId: id, version: 1, name: `${name} ${randomUUID()}` })),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Organization', 'StaleVersion']);
    expect(outcomes.find(({ __typename }) => __typename === 'StaleVersion')).toMatchObject({
      code: 'CONFLICT',
      current: 2,
    });
  });

  test('what was wrong before stops no change of something else', async () => {
    const { id } = await register(agency());
    await withClient(hub.database.address, (client) =>
      client.query(`update organizations.organization set certified_social_workers = 2000000 where id = $1`, [
        id,
      ]),
    );
    expect(await update({ organizationId: id, version: 1, volunteers: 3 })).toMatchObject({
      version: 2,
    });
    expect(
      faults(await update({ organizationId: id, version: 2, certifiedSocialWorkers: 2_000_000 })),
    ).toEqual(['certifiedSocialWorkers COUNT_OUT_OF_RANGE']);
  });

  test('a parent is on record and never below its child', async () => {
    const [top, middle] = [await register(agency()), await register(agency())];
    await update({ organizationId: middle.id, version: 1, parentId: top.id });
    const bottom = await register(agency({ parentId: middle.id }));
    for (const parentId of [bottom.id, top.id]) {
      expect(faults(await update({ organizationId: top.id, version: 1, parentId }))).toEqual([
        'parentId PARENT_CYCLE',
      ]);
    }
    expect(await register(agency({ parentId: 'nobody' }))).toMatchObject({
      __typename: 'UnknownReference',
      field: 'parentId',
    });
  });

  test('case 62: of two that want to stand below each other’s children at the same time, one does', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = await Promise.all([register(agency()), register(agency())]);
      const [child, otherChild] = await Promise.all(
        [one, other].map(({ id }) => register(agency({ parentId: id }))),
      );
      const outcomes = await Promise.all([
        update({ organizationId: one.id, version: 1, parentId: otherChild?.id }),
        update({ organizationId: other.id, version: 1, parentId: child?.id }),
      ]);
      expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['InvalidInput', 'Organization']);
      expect(outcomes.flatMap(faults)).toEqual(['parentId PARENT_CYCLE']);
    }
  });

  test('all that is wrong is told at once', async () => {
    const wrong = agency({
      name: ' ',
      uscc: '1',
      areaCode: '360399',
      foundedOn: '2999-01-01',
      volunteers: -1,
    });
    expect(faults(await register(wrong))).toEqual([
      ...['name TEXT_BLANK', 'foundedOn DATE_IN_FUTURE', 'volunteers COUNT_OUT_OF_RANGE'],
      ...['uscc USCC_LENGTH', 'areaCode AREA_UNKNOWN'],
    ]);
  });
});

describe('case 63: whatever a person can write', () => {
  const literal = [
    `'); drop table organizations.organization; --`,
    'right ‮ to left',
    '🏠𠮷机构',
    'Café'.normalize('NFC'),
    'Café'.normalize('NFD'),
    '=cmd|"/c calc"!A1',
    '<script>alert(1)</script>',
  ];
  test.each(literal)('%j is stored as it is', async (text) => {
    const name = `${text} ${randomUUID()}`;
    const { id } = await register(agency({ name, nameEn: text, functionalZone: text }));
    expect(await read(id, 'name nameEn functionalZone')).toEqual({
      name,
      nameEn: text,
      functionalZone: text,
    });
  });

  test('what is no text is refused with words', async () => {
    expect(faults(await register(agency({ name: 'a\0b' })))).toEqual(['name TEXT_CONTROL_CHARACTER']);
    expect(faults(await register(agency({ name: 'a\ud800' })))).toEqual(['name TEXT_NOT_WELL_FORMED']);
    expect(faults(await register(agency({ name: '长'.repeat(201) })))).toEqual(['name TEXT_TOO_LONG']);
    expect(faults(await register(agency({ uscc: '\0'.repeat(18) })))[0]).toMatch(/^uscc USCC_/);
    const { data, errors } = await hub.ask(
      'organizations',
      anonymous,
      '{ organization(uscc: "\\u0000") { id } }',
    );
    expect({ data, errors }).toEqual({ data: { organization: null }, errors: undefined });
  });
});
