import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { byArguments, eachInOrder, type Loader, manyByKey, oneByKey } from '#shared/loader.js';
import type { Days } from '#shared/period.js';
import { HandoverTask, Incubation, StageEvent } from './incubation.entity.js';
import { countCohorts, medianStays } from './incubation.queries.js';
import { FunnelStage } from './incubation.result.js';
import { funnelOf } from './incubation.stages.js';

const latestFirst = 'row.applied_on desc, row.created_at desc, row.id desc';

/** Batched reads of incubations. */
export function incubationLoaders(em: EntityManager) {
  return {
    incubationById: oneByKey<Incubation>(
      (ids) => entitiesByKey(em, 'everybody', Incubation, 'id', ids),
      ({ id }) => id,
    ),
    incubationsByOrganization: manyByKey<Incubation>(
      (ids) => entitiesByKey(em, 'everybody', Incubation, 'organizationId', ids, latestFirst),
      ({ organizationId }) => organizationId,
    ),
    eventsByIncubation: manyByKey<StageEvent>(
      (ids) => entitiesByKey(em, 'everybody', StageEvent, 'incubationId', ids, 'row.position'),
      ({ incubationId }) => incubationId,
    ),
    handoverByIncubation: oneByKey<HandoverTask>(
      (ids) => entitiesByKey(em, 'everybody', HandoverTask, 'incubationId', ids),
      ({ incubationId }) => incubationId,
    ),
    funnelByArea: byArguments((days: Days | null) => funnelLoader(em, days)),
  };
}

function funnelLoader(em: EntityManager, days: Days | null): Loader<FunnelStage[]> {
  const cells = manyByKey(
    (codes) => countCohorts(em, codes, days),
    ({ areaCode }) => areaCode,
  );
  const stays = manyByKey(
    (codes) => medianStays(em, codes, days),
    ({ areaCode }) => areaCode,
  );
  return eachInOrder((codes) =>
    Promise.all(
      codes.map(async (code) => {
        const medians = async () =>
          new Map((await stays.load(code)).map(({ stage, days: median }) => [stage, median]));
        return funnelOf(await cells.load(code)).map(
          ({ stage, reached, current }) => new FunnelStage(stage, reached, current, medians),
        );
      }),
    ),
  );
}
