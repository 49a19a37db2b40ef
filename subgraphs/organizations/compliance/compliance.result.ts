import { createUnionType } from 'type-graphql';
import { InvalidInput, StaleVersion, UnknownReference } from '#shared/problem.js';
import { ComplianceRecord } from './compliance.entity.js';

export const RecordComplianceResult = createUnionType({
  name: 'RecordComplianceResult',
  types: () => [ComplianceRecord, InvalidInput, UnknownReference] as const,
});

export const CloseComplianceResult = createUnionType({
  name: 'CloseComplianceResult',
  types: () => [ComplianceRecord, InvalidInput, StaleVersion] as const,
});
