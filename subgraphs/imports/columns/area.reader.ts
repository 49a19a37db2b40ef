import { examineAreaCode, type AreaLevelName } from '#shared/area-code.js';
import { shown } from '#shared/finding.js';
import { abolishedAreas } from './abolished-areas.js';
import { isOfLevel, nearestPlaces, understand } from './area.search.js';
import { isWithin, type Gazetteer, type Place } from './gazetteer.js';
import { error, warning, type Remark } from './problem.js';

/** A cell that helps to name an area. */
export interface AreaPart {
  text: string;
  /** Level that its column asks for; null for any. */
  level: AreaLevelName | null;
}

/** A remark of an area, with the number of the part it is about. */
export interface AreaRemark extends Remark {
  part: number;
}

/** An area as it is handed on. */
export interface AreaReading {
  /** Null when nothing is known, or when what is known is not enough. */
  code: string | null;
  remarks: readonly AreaRemark[];
}

/** A development zone, which has no code of its own (R-DIV-05). */
const functionalZone =
  /(?:高新|经开|开发|保税|示范|度假|风景|工业园|产业园|科技园|新|管理|实验|试验|合作|园)区$|(?:高新|经开|新城|园区)$/u;
const codeWithName = /^(?<before>\D*?)[（(]?(?<code>\d{6}(?:\d{3}|\d{6}(?:-G\d{3})?)?)[)）]?(?<after>\D*)$/u;

/** What may stand behind a name that is on record without it. */
const kindsOfAreas = /^[市区县旗州盟省]$/u;

/** What stands in a county's place for a body of the city or province itself. */
const itself = /^[省市州区县]?(?:本级|直属?|属|辖区)$/u;

/** Longest text that is read as names of areas: from the province to the grid they have some forty characters. */
const pathMax = 80;

/** Most areas that are named in a problem. */
const namedMax = 10;

/** What it means that an area is not found: a seat may be left out, a place of work may not, and a list must not become wider. */
export type AreaNeed = 'OPTIONAL' | 'REQUIRED' | 'LISTED';

/** Remarks that are no more than a warning where an area is needed: one was found. */
const tolerated: Readonly<Record<AreaNeed, (code: string) => boolean>> = {
  OPTIONAL: () => true,
  REQUIRED: (code) => code === 'AREA_NOT_A_COUNTY',
  LISTED: (code) => code === 'AREA_NOT_A_COUNTY' || code === 'AREA_UNKNOWN_CODE',
};

/**
 * Finds the area that the cells name together, from the widest to the narrowest.
 * Where it is needed, what is not found is an ERROR; where not, a WARNING, and the narrowest area that was found is taken.
 */
export function readArea(gazetteer: Gazetteer, parts: readonly AreaPart[], need: AreaNeed): AreaReading {
  const kept = keptReadings(gazetteer);
  const key = `${need}\0${parts.map(({ text, level }) => `${level ?? ''}\0${text}`).join('\0')}`;
  const known = kept.get(key);
  if (known) return known;
  const search = new AreaSearch(gazetteer, need);
  parts.forEach(({ text, level }, index) => {
    if (text !== '') search.take(text.normalize('NFKC').replace(/\s+/gu, ''), level, index);
  });
  const reading = search.result(parts);
  if (kept.size >= readingsKept) kept.clear();
  kept.set(key, reading);
  return reading;
}

/** A file names the same areas again and again; more than these would only fill the memory. */
const readingsKept = 5_000;
const readings = new WeakMap<Gazetteer, Map<string, AreaReading>>();

function keptReadings(gazetteer: Gazetteer): Map<string, AreaReading> {
  const kept = readings.get(gazetteer) ?? new Map<string, AreaReading>();
  readings.set(gazetteer, kept);
  return kept;
}

class AreaSearch {
  private known: Place | null = null;
  /** A code as it was written, of an area that is on no record here. */
  private code: string | null = null;
  private readonly remarks: AreaRemark[] = [];

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly need: AreaNeed,
  ) {}

  take(text: string, level: AreaLevelName | null, part: number): void {
    const written = codeWithName.exec(text)?.groups?.['code'];
    if (written !== undefined) this.takeCode(written, part);
    else if (/^[\d-]+G?\d*$/u.test(text)) this.takeCode(text, part);
    else this.takeName(text, level, part);
  }

  private takeCode(text: string, part: number): void {
    // Statistical codes fill up to twelve digits with zeros: 360302000000 is 360302.
    const code = /^\d{12}$/.test(text) ? text.replace(/(?:0{6}|0{3})$/, '') : text;
    const { errors } = examineAreaCode(code);
    for (const { code: reason, message } of errors) this.remarks.push({ ...error(reason, message), part });
    if (errors.length > 0) return;
    const place = this.gazetteer.place(code);
    if (place) this.known = place;
    else this.code = code;
    if (!place && code.length === 6) {
      this.remark(
        part,
        'AREA_UNKNOWN_CODE',
        `${code} is no area of GB/T 2260 and on no record; it may have been abolished.`,
        null,
      );
    }
  }

  private takeName(text: string, level: AreaLevelName | null, part: number): void {
    if (this.known !== null && itself.test(text)) return;
    if (text.length > pathMax) {
      this.remark(part, 'AREA_UNKNOWN', `${shown(text)} is too long to be an area.`, null);
      return;
    }
    const { places, rest } = understand(this.gazetteer, text, this.known, level);
    const [place] = places;
    if (place !== undefined && rest === '') {
      if (places.length === 1) this.takePlace(place, text, level, part);
      else this.ambiguous(text, places, part);
      return;
    }
    if (this.isAbolished(text, part)) return;
    if (place !== undefined && places.length === 1) {
      this.known = place;
      if (kindsOfAreas.test(rest)) {
        this.otherKind(text, place, part);
        return;
      }
    }
    this.notFound(text, rest === '' ? text : rest, level, part);
  }

  private takePlace(place: Place, text: string, level: AreaLevelName | null, part: number): void {
    this.known = place;
    if (level === null || isOfLevel(place, level)) return;
    const taken = `${place.code} (${this.gazetteer.pathOf(place)})`;
    if (level === 'COUNTY' && (place.level === 'PROVINCE' || place.level === 'PREFECTURE')) {
      const message = `${shown(text)} is a ${place.level.toLowerCase()}, where a county is asked for.`;
      this.remark(part, 'AREA_NOT_A_COUNTY', message, null);
      return;
    }
    // The counties that a province administers itself stand among its cities.
    if (level === 'PREFECTURE' && place.code.slice(2, 4) === '90') return;
    const message = `${shown(text)} is no ${level.toLowerCase()} but a ${place.level.toLowerCase()}; ${taken} is taken.`;
    this.remarks.push({ ...warning('AREA_OTHER_LEVEL', message), part });
  }

  private ambiguous(text: string, places: readonly Place[], part: number): void {
    const message = `${shown(text)} is the name of ${places.length} areas; name the areas above it too: ${this.list(places)}.`;
    this.remark(part, 'AREA_AMBIGUOUS', message, this.list(places));
  }

  /** 监利县 is 监利市 since 2020: the name is on record with another kind behind it. */
  private otherKind(text: string, place: Place, part: number): void {
    const found = this.list([place]);
    const message = `${shown(text)} is no area on record, but ${found} is; its kind may have changed.`;
    this.remark(part, 'AREA_OTHER_KIND', message, found);
  }

  /** Whether the text ends with an area that is no more, behind the names of those above it or alone. */
  private isAbolished(text: string, part: number): boolean {
    const abolished = abolishedAreas.find(({ name }) => text.endsWith(name));
    if (!abolished) return false;
    const above = text.slice(0, -abolished.name.length);
    const { places, rest } = understand(this.gazetteer, above, this.known, null);
    const [place] = places;
    if (place !== undefined && places.length === 1 && rest === '') this.known = place;
    const isThere = (this.known ?? { code: abolished.within }).code.startsWith(abolished.within.slice(0, 2));
    if (!isThere || (above !== '' && rest !== '')) return false;
    const successors = this.list(abolished.successors.flatMap((code) => this.gazetteer.place(code) ?? []));
    const message = `${shown(abolished.name)} was abolished in ${abolished.year}; it is now ${successors}.`;
    this.remark(part, 'AREA_ABOLISHED', message, successors);
    return true;
  }

  /** Says why a name was not found; what was found before stays. */
  private notFound(text: string, name: string, level: AreaLevelName | null, part: number): void {
    if (functionalZone.test(name)) {
      const message = `${shown(name)} is a functional zone, which has no code of its own (R-DIV-05); name the county, or the city it lies in.`;
      this.remark(part, 'AREA_FUNCTIONAL_ZONE', message, null);
      return;
    }
    const elsewhere = understand(this.gazetteer, name, null, level);
    if (this.known !== null && elsewhere.rest === '' && elsewhere.places.length > 0) {
      const where = this.list(elsewhere.places);
      const message = `${shown(name)} does not lie in ${this.gazetteer.pathOf(this.known)}; it is ${where}.`;
      this.remark(part, 'AREA_NOT_WITHIN', message, where);
      return;
    }
    const near = nearestPlaces(this.gazetteer, name, this.known);
    const message = `${shown(text)} is no area of GB/T 2260 and on no record; the name or code of one is allowed.`;
    this.remark(part, 'AREA_UNKNOWN', message, near.length === 0 ? null : this.list(near));
  }

  /** Names with codes: a name alone may be that of several. */
  private list(places: readonly Place[]): string {
    const names = places.slice(0, namedMax).map((place) => `${this.gazetteer.pathOf(place)} ${place.code}`);
    return names.join('、') + (places.length > namedMax ? '…' : '');
  }

  private remark(part: number, code: string, message: string, suggestion: string | null): void {
    const say = tolerated[this.need](code) ? warning : error;
    this.remarks.push({ ...say(code, message, suggestion), part });
  }

  result(parts: readonly AreaPart[]): AreaReading {
    const empty = parts.findIndex(({ text, level }) => text === '' && (level === 'COUNTY' || level === null));
    const isAnyMissing = empty >= 0 && (this.known === null || parts[empty]?.level === 'COUNTY');
    if (this.code === null && isAnyMissing && this.remarks.length === 0) {
      this.remark(empty, 'AREA_MISSING', 'The cell is empty; the name or code of an area is allowed.', null);
    }
    if (this.remarks.some(({ severity }) => severity === 'ERROR'))
      return { code: null, remarks: this.remarks };
    return this.taken();
  }

  /** What is taken in place of what was not found is said with the reason. */
  private taken(): AreaReading {
    const known = this.known;
    if (this.code !== null && (known === null || isWithin({ ...known, code: this.code }, known))) {
      return { code: this.code, remarks: this.remarks };
    }
    const instead =
      known === null ? 'No area is taken.' : `${known.code} (${this.gazetteer.pathOf(known)}) is taken.`;
    const remarks = this.remarks.map((remark) =>
      remark.code === 'AREA_OTHER_LEVEL' ? remark : { ...remark, message: `${remark.message} ${instead}` },
    );
    return { code: known?.code ?? null, remarks };
  }
}
