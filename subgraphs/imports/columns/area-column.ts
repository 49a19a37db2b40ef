import type { AreaLevelName } from '#shared/area-code.js';
import type { Field } from './fields.js';
import { bareHeader } from './header-unit.js';
import { fold } from './spelling.js';

/** Yields the level of the areas in a column: that of its field, or of a column for any level, what its header says. */
export function levelOfColumn(field: Field, header: string): AreaLevelName | null {
  if (field.level !== undefined) return field.level;
  return /(?:区县|县区|县市区|市区县|county|district)$/u.test(fold(bareHeader(header))) ? 'COUNTY' : null;
}
