// Organizations on record: their code, standing, place and level, each rule by its id.
import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { organizationCodeCheck, usccCheck } from '#shared/uscc.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from './kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const admin = viewerAs('admin');

const registerMutation = `mutation ($input: RegisterOrganizationInput!) { result: registerOrganization(input: $input) {
  __typename ... on Organization { id version uscc name registrationStatus warnings { field code } }
  ... on Problem { code message } ... on InvalidInput { problems { field code allowed } }
  ... on OrganizationAlreadyRegistered { existing { id uscc } } ... on UnknownReference { field } } }`;

/** A code of its own, right in both checks. */
function freshUscc(prefix = '52', division = '360302'): string {
  const body = `MJ${String(randomInt(1_000_000)).padStart(6, '0')}`;
  const first17 = `${prefix}${division}${body}${organizationCodeCheck(body)}`;
  return `${first17}${usccCheck(first17)}`;
}

interface Result {
  __typename: string;
  id: string;
  version: number;
  uscc: string | null;
  code?: string;
  problems?: { field: string; code: string; allowed: string | null }[];
  warnings?: { field: string; code: string }[];
  existing?: { id: string };
}

const agency = (rest: object = {}) => ({
  name: `机构 ${randomUUID()}`,
  kind: 'SOCIAL_SERVICE_AGENCY',
  registrationStatus: 'REGISTERED',
  uscc: freshUscc(),
  areaCode: '360302',
  ...rest,
});

const register = (input: object) => hub.mutate<Result>('organizations', admin, registerMutation, input);

describe('registering', () => {
  test('an administrator puts an organization on record', async () => {
    const input = agency();
    expect(await register(input)).toMatchObject({
      __typename: 'Organization',
      version: 1,
      uscc: input.uscc,
      name: input.name,
      warnings: [],
    });
  });
});
