import { areaLevel, examineAreaCode, parentAreaCode } from '#shared/area-code.js';
import { Inspection, type InvalidInput, problem } from '#shared/problem.js';
import { examineText } from '#shared/text.js';
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { OrganizationsContext } from '../context.js';
import { Area, type AreaLevel } from './area.entity.js';
import type { RegisterAreaInput } from './area.input.js';
import { findAreas } from './area.queries.js';
import { AreaAlreadyRegistered } from './area.result.js';

const nameMax = 100;
/** A merger of more areas at once is entered in parts. */
const replacesMax = 20;

/** Puts an area on record and ends the codes that it replaces (R-DIV-01, R-DIV-02). */
export async function registerArea(
  context: OrganizationsContext,
  input: RegisterAreaInput,
): Promise<Area | InvalidInput | AreaAlreadyRegistered> {
  context.authorize('registerArea', {});
  const { code, replaces } = input;
  type Outcome = Awaited<ReturnType<typeof registerArea>>;
  return write<Outcome>(context, 'registerArea', input, async () => {
    const parentCode = parentAreaCode(code);
    const named = [...(replaces ?? []), ...(parentCode === null ? [] : [parentCode])];
    const invalid = examineArea(input, await findAreas(context.em.fork(), named)).result();
    if (invalid) return invalid;
    return async (writer) => {
      const area = await writer.insertUnlessTaken(Area, rowOf(input, parentCode));
      if (area === null) {
        const existing = (await findAreas(writer.em, [code])).get(code) as Area;
        const message = `code: ${code} is "${existing.name}".`;
        return problem(AreaAlreadyRegistered, { code: 'AREA_ALREADY_REGISTERED', message, existing });
      }
      return (await endReplaced(writer, area, replaces ?? [])) ?? area;
    };
  });
}

function examineArea(
  { code, name, nameEn, validFrom, validTo, replaces }: RegisterAreaInput,
  known: ReadonlyMap<string, Area>,
): Inspection {
  const parentCode = parentAreaCode(code);
  const isOrdered = validFrom == null || validTo == null || validFrom < validTo;
  const inspection = new Inspection()
    .add('code', examineAreaCode(code).errors)
    .expect(
      parentCode === null || known.has(parentCode),
      'code',
      'AREA_PARENT_UNKNOWN',
      `the area above ${code}, ${parentCode}, is not on record.`,
    )
    .add('name', examineText(name, { max: nameMax }))
    .add('nameEn', nameEn == null ? [] : examineText(nameEn, { max: nameMax }))
    .expect(isOrdered, 'validTo', 'PERIOD_EMPTY', `${validTo} is not after validFrom.`)
    .expect(
      (replaces ?? []).length <= replacesMax,
      'replaces',
      'REPLACES_TOO_MANY',
      `at most ${replacesMax} areas are allowed.`,
    );
  const from = validFrom ?? today();
  (replaces ?? []).forEach((replaced, index) => {
    const area = known.get(replaced);
    const field = `replaces.${index}`;
    const isFresh = new Set((replaces ?? []).slice(0, index)).has(replaced) === false;
    inspection
      .expect(
        area !== undefined && replaced !== code,
        field,
        'AREA_UNKNOWN',
        `there is no other area with the code ${replaced}.`,
      )
      .expect(
        area?.replacedByCode == null && isFresh,
        field,
        'AREA_REPLACED',
        `${replaced} is already replaced by ${area?.replacedByCode ?? code}.`,
      )
      .expect(
        area?.validFrom == null || area.validFrom < from,
        field,
        'PERIOD_EMPTY',
        `${replaced} began on ${area?.validFrom}, not before ${from}.`,
      );
  });
  return inspection;
}

function rowOf(input: RegisterAreaInput, parentCode: string | null): Partial<Area> {
  return {
    code: input.code,
    name: input.name.trim(),
    nameEn: input.nameEn?.trim() ?? null,
    level: areaLevel(input.code) as AreaLevel,
    parentCode,
    validFrom: input.validFrom ?? null,
    validTo: input.validTo ?? null,
  };
}

/**
 * Ends what an area replaces, in the order of the codes, so that two mergers wait for each other instead of locking up.
 * Yields what another one has replaced in between.
 */
async function endReplaced(
  writer: Writer,
  { code, validFrom }: Area,
  replaces: readonly string[],
): Promise<InvalidInput | null> {
  const inspection = new Inspection();
  for (const replaced of [...replaces].sort()) {
    const area = (await writer.lock(Area, replaced)) as Area;
    if (area.replacedByCode === null) {
      await writer.update<Area>(area, {
        validTo: area.validTo ?? validFrom ?? today(),
        replacedByCode: code,
      });
    } else {
      const message = `${replaced} is already replaced by ${area.replacedByCode}.`;
      inspection.expect(false, `replaces.${replaces.indexOf(replaced)}`, 'AREA_REPLACED', message);
    }
  }
  return inspection.result();
}
