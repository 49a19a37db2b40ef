// Hostile case 77: with every connection but to this machine blocked, the hub starts and serves, and attempts none.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { testDatabase } from './kit/database.js';
import { engines } from './kit/hub.js';
import { cleanUp, cleanups, folder, nameOfCity, startHub } from './kit/starts.js';

const block = projectFile('test/kit/no-outbound.cjs');
const attempts = (log: string) => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
afterEach(cleanUp);

test.each(engines)(
  'the hub starts and serves with the engine %s, and asks nobody outside',
  async (engine) => {
    const dataDir = folder();
    const log = join(dataDir, 'outbound.log');
    const database = await testDatabase('demo');
    cleanups.push(() => database.drop());
    const hub = await startHub({
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      GATEWAY_ENGINE: engine,
      NODE_OPTIONS: `--require ${block}`,
      OUTBOUND_LOG: log,
    });
    expect(await nameOfCity(hub.url)).toBe('萍乡市');
    expect(await hub.stop()).toBe(0);
    expect(attempts(log)).toEqual([]);
  },
);

test('what is blocked is noticed, or the test above would prove nothing', () => {
  const log = join(folder(), 'outbound.log');
  const script = `
    require('node:net').connect(9, '192.0.2.1').on('error', () => undefined);
    require('node:http').get('http://192.0.2.2/').on('error', () => undefined);
    fetch('http://192.0.2.3/').catch(() => undefined);
    require('node:dns').lookup('telemetry.invalid', () => undefined);`;
  const env = { ...process.env, NODE_OPTIONS: `--require ${block}`, OUTBOUND_LOG: log };
  spawnSync(process.execPath, ['-e', script], { env });
  expect(attempts(log).sort()).toEqual([
    'connect 192.0.2.1',
    'connect 192.0.2.2',
    'connect 192.0.2.3',
    'lookup telemetry.invalid',
  ]);
});
