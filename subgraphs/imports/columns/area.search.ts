import { isMunicipality, isWithin, type Gazetteer, type Place } from './gazetteer.js';
import type { AreaLevelName } from '#shared/area-code.js';
import { editDistance } from './spelling.js';

/** What a text names: places, and what is left of it behind the last one that was understood. */
export interface Understood {
  /** Several when the name is that of several areas; of none, nothing was understood. */
  places: readonly Place[];
  /** Empty when the whole text was. */
  rest: string;
}

/** Names longer than this are addresses: their beginning is enough. */
const nameMax = 24;

/** Words between names that add nothing: 北京市市辖区东城区. */
const fillers = /^(?:市辖区|省直辖县级行政区划|自治区直辖县级行政区划|中国|中华人民共和国|[,，、/\\>·-])/u;

/**
 * Reads names that follow one another from the whole to the part, 湖北恩施州来凤县, within an area when it is known.
 * Of several ways to read it, the one that leaves the least is taken.
 */
export function understand(
  gazetteer: Gazetteer,
  text: string,
  within: Place | null,
  level: AreaLevelName | null,
): Understood {
  let best: Understood = { places: [], rest: text };
  for (let length = Math.min(text.length, nameMax); length >= 2; length -= 1) {
    const rest = text.slice(length);
    const places = choose(gazetteer, text.slice(0, length), within, rest === '' ? level : null);
    for (const place of places) {
      const found = rest === '' ? { places: [place], rest } : continued(gazetteer, place, rest, level);
      if (found.rest === '' && best.rest === '') best = { places: union(best.places, found.places), rest };
      else if (found.rest.length < best.rest.length) best = found;
      else if (found.rest === best.rest) best = { places: union(best.places, found.places), rest: best.rest };
    }
    // A longer name is meant before a shorter one that leaves something.
    if (places.length > 0 && best.rest === '') return best;
  }
  return best;
}

function continued(
  gazetteer: Gazetteer,
  place: Place,
  rest: string,
  level: AreaLevelName | null,
): Understood {
  const next = rest.replace(fillers, '');
  if (next === '') return { places: [place], rest: '' };
  const found = understand(gazetteer, next, place, level);
  if (found.places.length === 0) return { places: [place], rest: next };
  return found;
}

const union = (a: readonly Place[], b: readonly Place[]): Place[] =>
  [...new Set([...a, ...b])].sort((x, y) => (x.code < y.code ? -1 : 1));

const order: readonly AreaLevelName[] = ['PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'GRID'];

/** Whether the place is of the level that a column asks for; a municipality is a city too. */
export function isOfLevel(place: Place, level: AreaLevelName): boolean {
  return (
    place.level === level || (level === 'PREFECTURE' && place.level === 'PROVINCE' && isMunicipality(place))
  );
}

/**
 * Yields the places that one name may mean within an area: those of the level asked for before others, the full name before
 * a short form, and of areas that share a name and lie within one another the widest, 大理 the prefecture before the city.
 */
function choose(
  gazetteer: Gazetteer,
  name: string,
  within: Place | null,
  level: AreaLevelName | null,
): readonly Place[] {
  const { full, short } = gazetteer.named(name);
  const inside = (places: readonly Place[]) =>
    within === null ? places : places.filter((place) => isWithin(place, within));
  const [named, shortened] = [inside(full), inside(short)];
  if (level !== null) {
    for (const places of [named, shortened]) {
      const fitting = places.filter((place) => isOfLevel(place, level));
      if (fitting.length > 0) return fitting;
    }
  }
  return widest(named.length > 0 ? named : shortened);
}

function widest(places: readonly Place[]): readonly Place[] {
  const level = order.find((name) => places.some((place) => place.level === name));
  return places.filter((place) => place.level === level);
}

/** Most areas that are suggested for a name. */
const suggestionsMax = 5;

/** Yields the places with the names nearest to a text, those within the known area first, then in the order of codes. */
export function nearestPlaces(gazetteer: Gazetteer, text: string, within: Place | null): Place[] {
  if (text.length < 2 || text.length > nameMax) return [];
  const max = text.length < 4 ? 1 : 2;
  const near: { place: Place; distance: number }[] = [];
  for (const place of gazetteer.likely(text, max)) {
    const distance = editDistance(text, place.name, max);
    if (distance <= max) near.push({ place, distance });
  }
  const inside = within === null ? near : near.filter(({ place }) => isWithin(place, within));
  const best = inside.length > 0 ? inside : near;
  const least = Math.min(...best.map(({ distance }) => distance));
  return best
    .filter(({ distance }) => distance === least)
    .map(({ place }) => place)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .slice(0, suggestionsMax);
}
