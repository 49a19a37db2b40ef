import { examineAreaCode } from '#shared/area-code.js';
import { examineQuantity } from '#shared/decimal.js';
import { Inspection } from '#shared/problem.js';
import { examineText, findPersonalNumber } from '#shared/text.js';

const titleMax = 200;
const descriptionMax = 4_000;
const unitMax = 20;
/** A city has ten counties; whoever means more areas than this means the one above them. */
const areasMax = 50;

/** What a resource says about itself, as far as it is given. */
export interface ResourceWords {
  title?: string | null;
  description?: string | null;
  unit?: string;
  capacity?: string | null;
  areaCodes?: string[] | null;
  availableFrom?: string | null;
  availableTo?: string | null;
}

/** Examines what a partner says about a resource; what is not given is not examined. */
export function examineResource(words: ResourceWords): Inspection {
  const { title, description, unit, capacity, availableFrom, availableTo } = words;
  const ordered = availableFrom == null || availableTo == null || availableFrom < availableTo;
  const inspection = new Inspection()
    .add('title', title == null ? [] : examineWords(title, titleMax))
    .add('description', description ? examineWords(description, descriptionMax, true) : [])
    .add('unit', unit === undefined ? [] : examineText(unit, { max: unitMax }))
    .add('capacity', capacity == null ? [] : examineQuantity(capacity))
    .expect(ordered, 'availableTo', 'PERIOD_EMPTY', `${availableTo} is not after availableFrom.`);
  return examineAreas(inspection, words.areaCodes ?? []);
}

/** Examines a text that everybody reads: nobody's number belongs into it. */
export function examineWords(text: string, max: number, multiline = false) {
  const personal = findPersonalNumber(text);
  return [...examineText(text, { max, multiline }), ...(personal ? [personal] : [])];
}

function examineAreas(inspection: Inspection, codes: readonly string[]): Inspection {
  if (codes.length > areasMax) {
    const message = `${codes.length} areas found, at most ${areasMax} are allowed; name the area above them.`;
    return inspection.add('areaCodes', [{ code: 'TOO_MANY_AREAS', message }]);
  }
  codes.forEach((code, index) => {
    inspection
      .add(`areaCodes.${index}`, examineAreaCode(code).errors)
      .expect(codes.indexOf(code) === index, `areaCodes.${index}`, 'AREA_REPEATED', `${code} stands twice.`);
  });
  return inspection;
}
