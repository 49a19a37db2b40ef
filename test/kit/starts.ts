import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FailedStart, type HubProcess, startProcess, tryProcess } from './process.js';

/** What must be undone after the running test. */
export const cleanups: (() => unknown)[] = [];

/** Undoes what the test did, last first; for `afterEach`. */
export async function cleanUp(): Promise<void> {
  for (const clean of cleanups.splice(0).reverse()) await clean();
}

/** Makes a folder for the test alone. */
export function folder(mode = 0o755): string {
  const path = mkdtempSync(join(tmpdir(), 'linkage-hub-start-'));
  chmodSync(path, mode);
  cleanups.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Starts the whole hub; whatever happens to the test, it ends with it. */
export async function startHub(env: Record<string, string>, uid?: number): Promise<HubProcess> {
  const hub = await startProcess({ entry: 'gateway/main.js', env, ...(uid === undefined ? {} : { uid }) });
  cleanups.push(() => hub.stop());
  return hub;
}

/** Starts what must be refused. */
export async function refused(env: Record<string, string>, entry = 'gateway/main.js'): Promise<FailedStart> {
  const started = await tryProcess({ entry, env });
  if ('child' in started) {
    await started.stop();
    throw new Error(`Should have been refused:\n${started.output()}`);
  }
  return started;
}

/** Asks a hub one question. */
export async function nameOfCity(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ area(code: "360300") { name } }' }),
  });
  return ((await response.json()) as { data: { area: { name: string } } }).data.area.name;
}
