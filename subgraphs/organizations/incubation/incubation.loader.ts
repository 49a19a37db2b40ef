import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { byArguments, manyByKey, oneByKey } from '#shared/loader.js';
import type { Days } from '#shared/period.js';
import { HandoverTask, Incubation, StageEvent } from './incubation.entity.js';
import { countCohorts, medianStays } from './incubation.queries.js';
import { FunnelStage } from './incubation.result.js';
import { funnelOf } from './incubation.stages.js';

/** Batched reads of incubations. */
export function incubationLoaders(em: EntityManager) {
  return {
    incubationById: oneByKey<Incubation>(
      (ids) => em.find(Incubation, { id: { $in: [...ids] } }),
      ({ id }) => id,
    ),
    incubationsByOrganization: manyByKey<Incubation>(
      (ids) =>
        em.find(
          Incubation,
          { organizationId: { $in: [...ids] } },
          { orderBy: { appliedOn: 'desc', createdAt: 'desc', id: 'desc' } },
        ),
      ({ organizationId }) => organizationId,
    ),
    eventsByIncubation: manyByKey<StageEvent>(
      (ids) => em.find(StageEvent, { incubationId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }),
      ({ incubationId }) => incubationId,
    ),
    handoverByIncubation: oneByKey<HandoverTask>(
      (ids) => em.find(HandoverTask, { incubationId: { $in: [...ids] } }),
      ({ incubationId }) => incubationId,
    ),
    funnelByArea: byArguments((days: Days | null) => funnelLoader(em, days)),
  };
}

function funnelLoader(em: EntityManager, days: Days | null): DataLoader<string, FunnelStage[]> {
  const cells = manyByKey(
    (codes) => countCohorts(em, codes, days),
    ({ areaCode }) => areaCode,
  );
  const stays = manyByKey(
    (codes) => medianStays(em, codes, days),
    ({ areaCode }) => areaCode,
  );
  return new DataLoader((codes) =>
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
