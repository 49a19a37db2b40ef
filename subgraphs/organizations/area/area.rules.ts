import { examineAreaCode } from '#shared/area-code.js';
import type { Finding } from '#shared/finding.js';
import type { Area } from './area.entity.js';

/** Says what keeps a code from being an address: no such area, a placeholder, or one that has been replaced (R-DIV-01 to R-DIV-03). */
export function areaFindings(code: string, area: Area | null, today: string): Finding[] {
  const { errors } = examineAreaCode(code);
  if (errors.length > 0) return errors;
  if (area === null) {
    return [{ code: 'AREA_UNKNOWN', message: `there is no area with the code ${code}.`, found: code }];
  }
  return replacementFindings(area, today);
}

/** Says that a code is no longer valid, and which one is (R-DIV-02). */
export function replacementFindings({ code, name, validTo, replacedByCode }: Area, today: string): Finding[] {
  if (validTo === null || validTo > today) return [];
  const ended = `${code} (${name}) has not been valid since ${validTo}`;
  if (replacedByCode === null) return [{ code: 'AREA_ABOLISHED', message: `${ended}.`, found: code }];
  const message = `${ended}; ${replacedByCode} replaced it.`;
  return [{ code: 'AREA_REPLACED', message, found: code, allowed: replacedByCode }];
}
