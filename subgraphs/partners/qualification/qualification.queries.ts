import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { FundraisingQualification } from './qualification.entity.js';

/** Lists what a partner was granted, oldest first; inside the transaction that asks. */
export function listQualifications(
  em: EntityManager,
  partnerId: string,
): Promise<FundraisingQualification[]> {
  return entitiesByKey(em, 'everybody', FundraisingQualification, 'partnerId', [partnerId], 'row.granted_on');
}
