import type { Subgraph } from '#shared/subgraph.js';
import { books } from './books.js';
import { Area } from './area/area.entity.js';
import { AreaResolver } from './area/area.resolver.js';
import { Award } from './award/award.entity.js';
import { AwardResolver } from './award/award.resolver.js';
import { ComplianceRecord } from './compliance/compliance.entity.js';
import { ComplianceResolver } from './compliance/compliance.resolver.js';
import { createContext, type OrganizationsContext } from './context.js';
import { loadDemo } from './demo/load.js';
import { HandoverTask, Incubation, StageEvent } from './incubation/incubation.entity.js';
import { IncubationResolver } from './incubation/incubation.resolver.js';
import { Organizations20261124 } from './migrations/2026-11-24-organizations.js';
import { Organizations20261125 } from './migrations/2026-11-25-organizations-writing.js';
import { Organizations20261126 } from './migrations/2026-11-26-organizations-areas.js';
import { Organizations20261126Imports } from './migrations/2026-11-26-organizations-imports.js';
import { Organizations20261126Versions } from './migrations/2026-11-26-organizations-versions.js';
import { Organization } from './organization/organization.entity.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { RatingPeriod } from './rating/rating.entity.js';
import { RatingResolver } from './rating/rating.resolver.js';
import { UnlinkedOrganizationsResolver } from './organization/unlinked.resolver.js';
import { Project } from './project/project.entity.js';
import { ProjectResolver } from './project/project.resolver.js';
import { RegistrationEvent } from './registration/registration.entity.js';
import { RegistrationResolver } from './registration/registration.resolver.js';
import { imports } from './imports.js';
import { policy } from './policy.js';

/** Areas, organizations, incubations, projects and awards. */
export const organizations: Subgraph<OrganizationsContext> = {
  name: 'organizations',
  entities: [
    Area,
    Organization,
    RegistrationEvent,
    RatingPeriod,
    ComplianceRecord,
    Incubation,
    StageEvent,
    HandoverTask,
    Project,
    Award,
  ],
  migrations: [
    { name: '2026-11-24-organizations', class: Organizations20261124 },
    { name: '2026-11-25-organizations-writing', class: Organizations20261125 },
    { name: '2026-11-26-organizations-areas', class: Organizations20261126 },
    { name: '2026-11-26-organizations-versions', class: Organizations20261126Versions },
    { name: '2026-11-26-organizations-imports', class: Organizations20261126Imports },
  ],
  resolvers: [
    AreaResolver,
    OrganizationResolver,
    RegistrationResolver,
    RatingResolver,
    ComplianceResolver,
    UnlinkedOrganizationsResolver,
    IncubationResolver,
    ProjectResolver,
    AwardResolver,
  ],
  owns: ['Area', 'Organization', 'Incubation', 'Project'],
  stubs: [],
  references: {
    Area: ({ code }: { code: string }, { areaByCode }) => areaByCode.load(code),
    Organization: ({ id }: { id: string }, { organizationById }) => organizationById.load(id),
    Project: ({ id }: { id: string }, { projectById }) => projectById.load(id),
    Incubation: ({ id }: { id: string }, { incubationById }) => incubationById.load(id),
  },
  policy,
  imports,
  books,
  createContext,
  loadDemo,
};
