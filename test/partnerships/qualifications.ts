// Whether a partner may raise money in public: recorded by the department, asked by other subgraphs.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { somebodyWaitsFor, withClient } from '../kit/database.js';
import {
  admin,
  changePartners,
  makePartner,
  type Outcome,
  partnerViewer,
  refusalOf,
} from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const codes = ({ problems }: Outcome) => problems.map(({ field, code }) => `${field} ${code}`);

describe('a qualification', () => {
  const record = (partnerId: string, rest: object = {}) =>
    changePartners(hub, admin, 'recordQualification', {
      partnerId,
      registeredOn: '2010-06-01',
      grantedOn: '2012-01-01',
      certificateNumber: '赣慈募012',
      ...rest,
    });
  const charity = () => makePartner(hub, { kind: 'CHARITY_ORGANIZATION' });
  const revoke = (qualificationId: string, revokedOn: string) =>
    changePartners(hub, admin, 'revokeQualification', { qualificationId, revokedOn });

  test('lets a partner raise money from its first day until it ends or is revoked, as other subgraphs ask', async () => {
    const { id } = await charity();
    const may = async (on?: string) => {
      const { data } = await hub.ask<{ _entities: { mayFundraise: boolean | null }[] }>(
        'partners',
        viewerAs('internal'),
        'query ($r: [_Any!]!, $on: Date) { _entities(representations: $r) { ... on Partner { mayFundraise(on: $on) } } }',
        { r: [{ __typename: 'Partner', id }], on },
      );
      return data?._entities[0]?.mayFundraise;
    };
    expect(await may()).toBeNull();
    const first = await record(id, { validTo: '2017-01-01' });
    expect(await Promise.all(['2011-12-31', '2012-01-01', '2016-12-31', '2017-01-01'].map(may))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(await revoke(first.id, '2014-05-05')).toMatchObject({ revokedOn: '2014-05-05', version: 2 });
    expect(await Promise.all(['2014-05-04', '2014-05-05'].map(may))).toEqual([true, false]);
    expect(await may()).toBe(false);
  });

  test('R-FND-01: is granted one full year after the registration at the earliest', async () => {
    const { id } = await charity();
    expect(codes(await record(id, { registeredOn: '2011-01-02' }))).toEqual([
      'grantedOn QUALIFIED_TOO_EARLY',
    ]);
    expect(await record(id, { registeredOn: '2011-01-01' })).toMatchObject({
      __typename: 'FundraisingQualification',
    });
  });

  test('R-FND-07: is a charity’s', async () => {
    const { id } = await makePartner(hub, { kind: 'ENTERPRISE' });
    expect(codes(await record(id))).toEqual(['partnerId NOT_A_CHARITY']);
  });

  test('R-FND-15: is not granted again within five years of a revocation', async () => {
    const { id } = await charity();
    await record(id, { revokedOn: '2015-03-01' });
    expect(codes(await record(id, { grantedOn: '2020-02-29' }))).toEqual([
      'grantedOn REVOKED_LESS_THAN_5_YEARS_AGO',
    ]);
    expect(await record(id, { grantedOn: '2020-03-01' })).toMatchObject({ grantedOn: '2020-03-01' });
  });

  test('R-FND-15: is decided over the history that stands once nobody else changes it', async () => {
    const { id } = await charity();
    const { address } = hub.database;
    const answer = await withClient(address, (other) =>
      withClient(address, async (watcher) => {
        await other.query('begin');
        await other.query('select from partners.partner where id = $1 for update', [id]);
        const recorded = record(id, { grantedOn: '2016-01-01' });
        await somebodyWaitsFor(other, watcher);
        await other.query(
          `insert into partners.fundraising_qualification
             (id, partner_id, registered_on, granted_on, revoked_on, certificate_number, provenance)
           values (gen_random_uuid(), $1, '2010-06-01', '2012-01-01', '2015-01-01', 'x', 'REGISTERED')`,
          [id],
        );
        await other.query('commit');
        return recorded;
      }),
    );
    expect(codes(answer)).toEqual(['grantedOn REVOKED_LESS_THAN_5_YEARS_AGO']);
  });

  test('is recorded once, also of 20 at once, and revoked once', async () => {
    const { id } = await charity();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => record(id)));
    const first = outcomes.filter(({ __typename }) => __typename === 'FundraisingQualification');
    expect(first).toHaveLength(1);
    const rest = outcomes.filter((outcome) => outcome !== first[0]);
    expect(rest.map(({ existing }) => existing.id)).toEqual(rest.map(() => first[0]?.id));
    const revoked = await Promise.all(
      Array.from({ length: 5 }, () => revoke(first[0]?.id ?? '', '2013-01-01')),
    );
    const again = revoked.filter(({ __typename }) => __typename === 'InvalidInput');
    expect(again.map(codes)).toEqual(Array.from({ length: 4 }, () => ['qualificationId ALREADY_REVOKED']));
  });

  test('is of a partner that exists, has days in order, and is recorded by the department only', async () => {
    const { id } = await charity();
    expect(await record(randomUUID())).toMatchObject({ __typename: 'UnknownReference', field: 'partnerId' });
    const wrong = {
      certificateNumber: '',
      grantedOn: '9999-01-01',
      validTo: '2012-01-01',
      revokedOn: '2011-01-01',
    };
    expect(codes(await record(id, wrong))).toEqual([
      'certificateNumber TEXT_BLANK',
      'grantedOn DATE_IN_FUTURE',
      'validTo PERIOD_EMPTY',
      'revokedOn REVOKED_BEFORE_GRANTED',
    ]);
    const input = { qualificationId: randomUUID(), revokedOn: '2020-01-01' };
    expect(await refusalOf(hub, admin, 'revokeQualification', input)).toBe('NOT_FOUND');
    expect(await refusalOf(hub, partnerViewer(id), 'revokeQualification', input)).toBe('FORBIDDEN');
  });
});
