import type { Place } from '../page.js';

/** Yields the condition for rows behind a place in the order (field, id); the first part is what an index range begins with. */
export function behindPlace(field: string, place: Place | null): object {
  if (place === null) return {};
  const { key, id } = place;
  return { [field]: { $gte: key }, $or: [{ [field]: { $gt: key } }, { id: { $gt: id } }] };
}
