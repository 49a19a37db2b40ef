import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { ComplianceRecord } from './compliance.entity.js';
import { CloseComplianceInput, RecordComplianceInput } from './compliance.input.js';
import { CloseComplianceResult, RecordComplianceResult } from './compliance.result.js';
import { closeCompliance, recordCompliance } from './compliance.service.js';

@Resolver(() => Organization)
export class ComplianceResolver {
  @Mutation(() => RecordComplianceResult, {
    description: 'Puts a finding of the authorities on record: by an administrator.',
  })
  recordCompliance(
    @Arg('input', () => RecordComplianceInput) input: RecordComplianceInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return recordCompliance(context, input);
  }

  @Mutation(() => CloseComplianceResult, {
    description: 'Ends an open penalty, investigation or entry of a list: by an administrator.',
  })
  closeCompliance(
    @Arg('input', () => CloseComplianceInput) input: CloseComplianceInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return closeCompliance(context, input);
  }

  @FieldResolver(() => [ComplianceRecord], {
    description:
      'What the authorities found, latest first; an organization sees its own only, of others the list is empty.',
  })
  compliance(
    @Root() { id }: Organization,
    @Ctx() { complianceByOrganization }: OrganizationsContext,
  ): PromiseLike<ComplianceRecord[]> {
    return complianceByOrganization.load(id);
  }
}
