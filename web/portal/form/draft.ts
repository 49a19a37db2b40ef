import type { ResourceCategory } from '../search.js';
import { dayAfter } from '../common/validity.js';
import { lastDay } from '../../kit/format.js';

/** A resource as it is filled in; the last day is one on which it is available. */
export interface Draft {
  category: ResourceCategory | null;
  title: string;
  description: string;
  capacity: string;
  unit: string;
  /** Nothing means everywhere. */
  areaCodes: string[];
  availableFrom: string;
  lastDay: string;
}

export const emptyDraft: Draft = {
  category: null,
  title: '',
  description: '',
  capacity: '',
  unit: '',
  areaCodes: [],
  availableFrom: '',
  lastDay: '',
};

export const formSteps = ['kind', 'details', 'place', 'review'] as const;
export type FormStep = (typeof formSteps)[number];
export type DraftField = keyof Draft;

/** Where a field stands. */
export const stepOf: Readonly<Record<DraftField, FormStep>> = {
  category: 'kind',
  title: 'details',
  description: 'details',
  capacity: 'details',
  unit: 'details',
  areaCodes: 'place',
  availableFrom: 'place',
  lastDay: 'place',
};

/** Id of the control of a field. */
export const controlOf = (field: DraftField): string => `resource-${field}`;

/** What the hub calls a field, as the form calls it; null for what stands in no field. */
export function fieldOf(path: string): DraftField | null {
  const [name = ''] = path.split('.');
  const field = name === 'availableTo' ? 'lastDay' : name;
  return field in stepOf ? (field as DraftField) : null;
}

interface Known {
  category: ResourceCategory;
  title: string;
  description: string | null;
  capacity: string;
  unit: string;
  areaCodes: readonly string[];
  availableFrom: string | null;
  availableTo: string | null;
}

/** Yields what is on record of a resource, to be changed. */
export const draftOf = (known: Known): Draft => ({
  category: known.category,
  title: known.title,
  description: known.description ?? '',
  capacity: known.capacity,
  unit: known.unit,
  areaCodes: [...known.areaCodes],
  availableFrom: known.availableFrom ?? '',
  lastDay: known.availableTo === null ? '' : lastDay(known.availableTo),
});

/** Yields what may change about a resource, as the hub takes it. */
export const changesOf = (draft: Draft) => ({
  title: draft.title.trim(),
  description: draft.description.trim() || null,
  capacity: draft.capacity.trim(),
  areaCodes: draft.areaCodes,
  availableFrom: draft.availableFrom || null,
  availableTo: draft.lastDay === '' ? null : dayAfter(draft.lastDay),
});
