// Starting the hub on a PostgreSQL server that somebody else runs.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { subgraphNames } from '#shared/directory.js';
import { startEmbeddedPostgres } from '#shared/postgres/server.js';
import { databaseUrl, testDatabase, withClient } from './kit/database.js';
import { cleanUp, cleanups, folder, nameOfCity, refused, startHub } from './kit/starts.js';

afterEach(cleanUp);

describe('DATABASE_URL', () => {
  test('uses that server, with nothing embedded', async () => {
    const database = await testDatabase('empty');
    cleanups.push(() => database.drop());
    const dataDir = folder();
    const hub = await startHub({ DATA_DIR: dataDir, DATABASE_URL: database.url });
    expect(await nameOfCity(hub.url)).toBe('萍乡市');
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    expect(hub.output()).not.toMatch(/PostgreSQL: embedded/);
  });

  test('works over TCP with a password, each subgraph as its own role', async () => {
    // A second cluster on a loopback address of its own, which asks for passwords.
    const host = `127.0.${1 + (process.pid % 250)}.77`;
    const dataDir = folder();
    const cluster = await startEmbeddedPostgres({
      dataDir,
      settings: [`listen_addresses=${host}`, 'password_encryption=scram-sha-256'],
    });
    cleanups.push(() => cluster.stop());
    const hba = join(dataDir, 'postgres', 'pg_hba.conf');
    writeFileSync(hba, `local all all trust\nhost all all 127.0.0.0/8 scram-sha-256\n`);
    await withClient(cluster.address('postgres'), async (client) => {
      await client.query(`create role operator login createdb createrole password 'p@ss/word'`);
      await client.query(`create database city owner operator`);
      await client.query(`select pg_reload_conf()`);
    });
    const address = {
      host,
      port: 5432,
      user: 'operator',
      password: 'p@ss/word',
      database: 'city',
      ssl: 'off' as const,
    };
    const hub = await startHub({ DATA_DIR: folder(), DATABASE_URL: databaseUrl(address) });
    expect(await nameOfCity(hub.url)).toBe('萍乡市');
    await withClient(cluster.address('city'), async (client) => {
      const { rows } = await client.query<{ usename: string }>(
        `select distinct usename from pg_stat_activity where datname = 'city' and client_addr is not null order by 1`,
      );
      expect(rows.map(({ usename }) => usename)).toEqual(subgraphNames.map((name) => `hub_${name}`).sort());
    });
  });

  const wrong: [string, Record<string, string>, RegExp][] = [
    [
      'no URL',
      { DATABASE_URL: 'localhost' },
      /^Cannot start: DATABASE_URL: .*allowed: a URL of the form postgresql:/m,
    ],
    [
      'another scheme',
      { DATABASE_URL: 'mysql://u@h/d' },
      /DATABASE_URL: .*the scheme postgresql:, not mysql:/,
    ],
    ['no user', { DATABASE_URL: 'postgresql://h/d' }, /DATABASE_URL: .*a user/],
    ['no database', { DATABASE_URL: 'postgresql://u@h' }, /DATABASE_URL: .*one database name/],
    [
      'an unknown parameter',
      { DATABASE_URL: 'postgresql://u@h/d?timeout=3' },
      /DATABASE_URL: .*no parameter but sslmode=.*not timeout=3/,
    ],
    [
      'a server that is not there',
      { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/d' },
      /DATABASE_URL: cannot reach PostgreSQL at 127\.0\.0\.1:1\/d as u/,
    ],
    ['one subgraph’s own', { DONATIONS_DATABASE_URL: 'x' }, /DONATIONS_DATABASE_URL: .*allowed/],
  ];
  test.each(wrong)('%s is refused in words, without the password', async (_name, env, words) => {
    const { code, output } = await refused({ DATA_DIR: folder(), ...env });
    expect(code).toBe(1);
    expect(output).toMatch(words);
    expect(output).not.toMatch(/secret|\n {4}at /);
  });
});
