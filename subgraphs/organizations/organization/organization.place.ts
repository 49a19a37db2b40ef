import { areaLevel, isAreaWithin } from '#shared/area-code.js';
import type { Finding } from '#shared/finding.js';
import type { Inspection } from '#shared/problem.js';
import { areaFindings } from '../area/area.rules.js';
import { OrganizationKind as Kind, ServiceLevel as Level } from './organization.entity.js';
import type { OrganizationDraft, Surroundings } from './organization.rules.js';

/** More areas than any studio is shared by. */
const jurisdictionsMax = 20;

/** Level of the area that a platform of each level serves (R-DIV-07). */
const areaLevelOf: Record<Level, ReturnType<typeof areaLevel>> = {
  [Level.CITY]: 'PREFECTURE',
  [Level.COUNTY_CENTER]: 'COUNTY',
  [Level.TOWNSHIP_STATION]: 'TOWNSHIP',
  [Level.VILLAGE_POINT]: 'VILLAGE',
  [Level.GRID]: 'GRID',
};

/** R-DIV-01 to R-DIV-03, R-DIV-06. */
export function examinePlace(
  inspection: Inspection,
  { areaCode, jurisdictions, kind }: OrganizationDraft,
  { areas, today }: Surroundings,
): void {
  inspection.add('areaCode', areaFindings(areaCode, areas.get(areaCode) ?? null, today));
  if (jurisdictions.length === 0) return;
  jurisdictions.forEach((code, index) =>
    inspection.add(`jurisdictions.${index}`, areaFindings(code, areas.get(code) ?? null, today)),
  );
  const members = [areaCode, ...jurisdictions];
  const areApart = members.every((code, index) =>
    members.every((other, place) => place === index || !isAreaWithin(code, other)),
  );
  inspection
    .expect(
      kind === Kind.MASTER_STUDIO,
      'jurisdictions',
      'JURISDICTIONS_NOT_ALLOWED',
      `only a MASTER_STUDIO is shared by areas, not a ${kind}.`,
    )
    .expect(
      jurisdictions.length <= jurisdictionsMax,
      'jurisdictions',
      'JURISDICTIONS_TOO_MANY',
      `${jurisdictions.length} found, at most ${jurisdictionsMax} are allowed.`,
    )
    .expect(
      areApart,
      'jurisdictions',
      'JURISDICTIONS_OVERLAP',
      'areas that share a studio are different and none lies within another.',
    );
}

/** R-DIV-07: a platform serves an area of its own level, below the area of the platform above it. */
export function examinePlatform(
  inspection: Inspection,
  { id, kind, serviceLevel, areaCode, parentId }: OrganizationDraft,
  { parent, aboveParent }: Surroundings,
): void {
  const isCycle = id !== null && (parentId === id || aboveParent.includes(id));
  inspection
    .expect(!isCycle, 'parentId', 'PARENT_CYCLE', 'the parent lies below the organization itself.')
    .add('serviceLevel', levelFindings(kind, serviceLevel, areaCode));
  if (serviceLevel === null) return;
  const above = parent?.serviceLevel ? parent : null;
  const isBelow = above === null || (above.areaCode !== areaCode && isAreaWithin(areaCode, above.areaCode));
  inspection
    .expect(
      isBelow,
      'parentId',
      'PARENT_NOT_ABOVE',
      `the platform above serves ${above?.areaCode}; an area above ${areaCode} is expected.`,
    )
    .expect(
      serviceLevel !== Level.GRID || above?.serviceLevel === Level.VILLAGE_POINT,
      'parentId',
      'GRID_WITHOUT_VILLAGE_POINT',
      'the platform above a grid is the point of its village or community.',
    );
}

function levelFindings(kind: Kind, level: Level | null, areaCode: string): Finding[] {
  if (kind !== Kind.SERVICE_PLATFORM) {
    if (level === null) return [];
    return [{ code: 'SERVICE_LEVEL_NOT_ALLOWED', message: `a ${kind} has no service level.`, found: level }];
  }
  if (level === null) {
    return [{ code: 'SERVICE_LEVEL_MISSING', message: 'a service platform has a service level.' }];
  }
  const [found, allowed] = [areaLevel(areaCode), areaLevelOf[level]];
  if (found === allowed) return [];
  const message = `a ${level} serves an area of level ${allowed}; ${areaCode} is of level ${found}.`;
  return [{ code: 'SERVICE_LEVEL_MISMATCH', message, found, allowed }];
}
