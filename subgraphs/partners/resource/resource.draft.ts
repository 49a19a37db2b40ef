import { randomUUID } from 'node:crypto';
import { Provenance } from '#shared/provenance.js';
import { type Resource, ResourceStatus } from './resource.entity.js';
import type { RegisterResourceInput, UpdateResourceInput } from './resource.input.js';

/** What may change of a resource. */
export type ResourceChanges = Pick<
  UpdateResourceInput,
  'title' | 'description' | 'capacity' | 'areaCodes' | 'availableFrom' | 'availableTo'
>;

/** What an update names; null clears what may be open and leaves what may not. */
export function resourceChanges(input: ResourceChanges): Partial<Resource> {
  const { title, description, capacity, areaCodes, availableFrom, availableTo } = input;
  return {
    ...(title == null ? {} : { title: title.trim() }),
    ...(description === undefined ? {} : { description }),
    ...(capacity == null ? {} : { capacity }),
    ...(areaCodes === undefined ? {} : { areaCodes: areaCodes ?? [] }),
    ...(availableFrom === undefined ? {} : { availableFrom }),
    ...(availableTo === undefined ? {} : { availableTo }),
  };
}

/** Yields the row of a resource that is right. */
export function resourceRow(input: RegisterResourceInput) {
  return {
    id: randomUUID(),
    partnerId: input.partnerId.toLowerCase(),
    title: input.title.trim(),
    description: input.description ?? null,
    category: input.category,
    capacity: input.capacity,
    unit: input.unit.trim(),
    areaCodes: input.areaCodes ?? [],
    availableFrom: input.availableFrom ?? null,
    availableTo: input.availableTo ?? null,
    status: input.publish ? ResourceStatus.PUBLISHED : ResourceStatus.DRAFT,
    publishedAt: input.publish ? new Date() : null,
    provenance: Provenance.REGISTERED,
  } satisfies Partial<Resource>;
}

/** Says that a partner offers something of this title already. */
export const titleTaken = (existing: Pick<Resource, 'title'>): string =>
  `title: the partner already offers "${existing.title}".`;
