import { Migration } from '@mikro-orm/migrations';
import { networkTypes } from './large-network-functions.sql.js';
import { networkLevels, networkReach } from './large-network-levels.sql.js';
import { networkPaths } from './large-network-paths.sql.js';
import { tieArms, tieIndexes } from './large-network-ties.sql.js';
import { networkWhole } from './large-network-whole.sql.js';

/** What searches the relationship network where it is too large for one process. */
export class Partners20261126LargeNetwork extends Migration {
  override up(): void {
    const functions = [...networkTypes, ...networkLevels, ...networkReach, ...networkPaths, ...networkWhole];
    for (const statement of [...tieIndexes, ...tieArms, ...functions]) this.addSql(statement);
  }
}
