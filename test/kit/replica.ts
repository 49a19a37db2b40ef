import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from './database.js';
import { type OwnServer, ownServer, serverFolder } from './own-server.js';

/** Starts a standby that streams from a server, on a base backup taken by the low-level API: pg_basebackup does not come with npm. */
export async function streamingReplica(
  primary: OwnServer,
  settings: readonly string[] = [],
): Promise<OwnServer> {
  const dataDir = serverFolder();
  const folder = join(dataDir, 'postgres');
  await withClient(primary.address('postgres'), async (client) => {
    await client.query(`select pg_backup_start('test', true)`);
    const copy = spawnSync('cp', ['-a', join(primary.dataDir, 'postgres'), folder], { encoding: 'utf8' });
    if (copy.status !== 0) throw new Error(`The base backup failed: ${copy.stderr}`);
    const { rows } = await client.query<{ label: string }>(
      'select labelfile as label from pg_backup_stop(false)',
    );
    write(folder, 'backup_label', rows[0]?.label ?? '');
  });
  write(folder, 'standby.signal', '');
  rmSync(join(folder, 'postmaster.pid'));
  // The log comes from the primary; half-copied pieces of it would be taken for whole ones.
  for (const name of readdirSync(join(folder, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name)))
    rmSync(join(folder, 'pg_wal', name));
  const { host, port, user } = primary.address('postgres');
  appendFileSync(
    join(folder, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${host} port=${port} user=${user}'\nwal_retrieve_retry_interval = '100ms'\n`,
  );
  return ownServer(dataDir, settings);
}

/** Writes a file that belongs to whoever PostgreSQL runs as. */
function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  writeFileSync(path, text);
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}
