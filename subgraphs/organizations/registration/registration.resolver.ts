import { Ctx, FieldResolver, registerEnumType, Resolver, Root } from 'type-graphql';
import { today } from '#shared/today.js';
import { DataWarning } from '#shared/warning.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { organizationWarnings } from '../organization/organization.warnings.js';
import { RegistrationEvent } from './registration.entity.js';
import { ManagedBy, managerOf } from './registration.status.js';

registerEnumType(ManagedBy, {
  name: 'ManagedBy',
  description: 'Who guides an organization (R-REG-02).',
  valuesConfig: {
    CIVIL_AFFAIRS: { description: '民政部门登记管理' },
    TOWNSHIP: { description: '街道（乡镇）备案管理' },
    COMMUNITY: { description: '社区党组织和居（村）民委员会指导' },
  },
});

/** The legal side of an organization. */
@Resolver(() => Organization)
export class RegistrationResolver {
  @FieldResolver(() => ManagedBy, {
    nullable: true,
    description: 'Follows from the legal standing; null for a closed one (R-REG-02).',
  })
  managedBy(@Root() { registrationStatus }: Organization): ManagedBy | null {
    return managerOf(registrationStatus);
  }

  @FieldResolver(() => [RegistrationEvent], {
    description: 'How its standing and code changed since it is on record here, oldest first (R-REG-04).',
  })
  registrationEvents(
    @Root() { id }: Organization,
    @Ctx() { registrationsByOrganization }: OrganizationsContext,
  ): PromiseLike<RegistrationEvent[]> {
    return registrationsByOrganization.load(id);
  }

  @FieldResolver(() => [DataWarning], {
    description: 'What a person should look at: code, area, fiscal host, county centres; refuses nothing.',
  })
  async warnings(
    @Root() organization: Organization,
    @Ctx() { areaByCode, organizationById, countyCentersByArea }: OrganizationsContext,
  ): Promise<DataWarning[]> {
    const { areaCode, uscc, fiscalHostId } = organization;
    const [area, division, fiscalHost, centers] = await Promise.all([
      areaByCode.load(areaCode),
      uscc === null ? null : areaByCode.load(uscc.slice(2, 8)),
      fiscalHostId === null ? null : organizationById.load(fiscalHostId),
      countyCentersByArea.load(areaCode),
    ]);
    return organizationWarnings(organization, {
      area,
      division,
      fiscalHost,
      countyCenters: centers.length,
      today: today(),
    });
  }
}
