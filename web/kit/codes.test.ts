import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type EnumTypeDefinitionNode, Kind, parse } from 'graphql';
import * as codes from './codes.js';

const supergraph = parse(readFileSync('gateway/supergraph.graphql', 'utf8'));
const enums = new Map(
  supergraph.definitions
    .filter(
      (definition): definition is EnumTypeDefinitionNode => definition.kind === Kind.ENUM_TYPE_DEFINITION,
    )
    .map(({ name, values = [] }) => [name.value, values.map((value) => value.name.value)]),
);

/** Constants by the enum that they say; subgraphs and roles are no enums of the API. */
const said: Record<string, keyof typeof codes> = {
  AreaLevel: 'areaLevels',
  OrganizationKind: 'organizationKinds',
  RegistrationStatus: 'registrationStatuses',
  ServiceLevel: 'serviceLevels',
  IncubationStage: 'incubationStages',
  AwardLevel: 'awardLevels',
  PartnerKind: 'partnerKinds',
  ResourceCategory: 'resourceCategories',
  ResourceStatus: 'resourceStatuses',
  ResourceLinkStatus: 'resourceLinkStatuses',
  CampaignStatus: 'campaignStatuses',
  DisclosureKind: 'disclosureKinds',
  DonationKind: 'donationKinds',
  DonationStatus: 'donationStatuses',
  FundingPoolKind: 'fundingPoolKinds',
  GrantStatus: 'grantStatuses',
  ConcentrationBand: 'concentrationBands',
  NodeKind: 'nodeKinds',
  EdgeKind: 'edgeKinds',
  ImportNoun: 'importNouns',
  ImportStatus: 'importStatuses',
  ImportConfidence: 'importConfidences',
  ImportDuplicateRule: 'importDuplicateRules',
  ImportSeverity: 'importSeverities',
  IncubationClockKind: 'incubationClockKinds',
  Provenance: 'provenances',
};

test.each(Object.entries(said))('every code of %s has a name in both languages', (name, constant) => {
  const labels = codes[constant] as Record<string, readonly [string, string]>;
  expect(Object.keys(labels).sort()).toEqual([...(enums.get(name) ?? [])].sort());
  for (const [chinese, english] of Object.values(labels)) {
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).toMatch(/^[A-Z][a-zA-Z -]+$/);
  }
});

test('no constant is left out', () => {
  const others = ['rolesOf', 'subgraphs'];
  expect(Object.keys(codes).sort()).toEqual([...Object.values(said), ...others].sort());
});
