import type { EntityManager } from '@mikro-orm/postgresql';
import { areaLevel, parentAreaCode } from '#shared/area-code.js';
import { demoTime } from '#shared/demo/identity.js';
import { insertRows, written } from '#shared/demo/insert.js';
import { divisions, grids, townships, villages } from '#shared/demo/places.js';
import { Area, type AreaLevel } from '../area/area.entity.js';
import { Award } from '../award/award.entity.js';
import { Incubation, StageEvent } from '../incubation/incubation.entity.js';
import { Organization } from '../organization/organization.entity.js';
import { Project } from '../project/project.entity.js';
import { demoAwards, demoProjects } from './brands.js';
import { demoIncubations } from './incubations.js';
import { demoOrganizations } from './organizations.js';

/** Writes this subgraph's part of the demonstration dataset into an empty database; yields how many rows it wrote. */
export async function loadDemo(em: EntityManager): Promise<number> {
  if ((await em.count(Area)) > 0) return 0;
  const areas = [...divisions, ...townships, ...villages, ...grids].map((place) => ({
    ...place,
    level: areaLevel(place.code) as AreaLevel,
    parentCode: parentAreaCode(place.code),
  }));
  const { incubations, events } = demoIncubations();
  const counts = [
    await insertRows(em, Area, areas),
    await insertRows(em, Organization, written(demoOrganizations(), demoTime)),
    await insertRows(em, Incubation, written(incubations, demoTime)),
    await insertRows(em, StageEvent, events),
    await insertRows(em, Project, written(demoProjects(), demoTime)),
    await insertRows(
      em,
      Award,
      written(demoAwards(), demoTime).map(({ updatedAt: _, version: __, ...award }) => award),
    ),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}
