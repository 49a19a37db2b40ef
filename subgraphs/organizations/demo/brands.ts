import {
  brands,
  type DemoProject,
  incubationBase,
  partyMassCenter,
  programmes,
  studios,
  talentProgramme,
} from '#shared/demo/bodies.js';
import { demoId } from '#shared/demo/identity.js';
import { Provenance } from '#shared/provenance.js';
import { type Award, AwardLevel, AwardSubject } from '../award/award.entity.js';
import type { Project } from '../project/project.entity.js';
import { systemKey } from './organizations.js';

/** The village whose service point runs the neighbour tea house. */
const teaHouseVillage = '360302100201';

/** Who runs a project: the base for what the facts call the city's, the village for its tea house, a studio for the studios'. */
function operatorOf({ key, source }: DemoProject): string {
  if (key === 'neighbour-tea-house') return systemKey(teaHouseVillage);
  return source === 'B' ? (studios[0]?.key ?? '') : incubationBase.key;
}

export function demoProjects(): Omit<Project, 'createdAt' | 'updatedAt' | 'version'>[] {
  return [...brands, ...programmes, talentProgramme].map((project) => ({
    id: demoId('project', project.key),
    name: project.name,
    nameEn: project.nameEn,
    organizationId: demoId('organization', operatorOf(project)),
    beneficiaries: project.beneficiaries,
    startedOn: null,
    endedOn: null,
    provenance: Provenance.PUBLISHED,
    source: project.source,
  }));
}

/** Published: national and provincial awards for 23 volunteers, 3 organizations, 8 projects, 5 communities. */
const honoured: [AwardSubject, number][] = [
  [AwardSubject.VOLUNTEER, 23],
  [AwardSubject.ORGANIZATION, 3],
  [AwardSubject.PROJECT, 8],
  [AwardSubject.COMMUNITY, 5],
];

/** One row per subject: the facts count national and provincial awards together, so the level is the lower of the two. */
export function demoAwards(): Omit<Award, 'createdAt'>[] {
  return honoured.map(([subject, count]) => ({
    id: demoId('award', subject),
    title: '国家级和省级表彰',
    level: AwardLevel.PROVINCIAL,
    subject,
    year: null,
    issuer: null,
    count,
    provenance: Provenance.PUBLISHED,
    source: 'A',
    organizationId: demoId('organization', partyMassCenter.key),
    projectId: null,
  }));
}
