import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's convention: its packages start no service while this file says so. */
const policy = '/usr/sbin/policy-rc.d';

/** Installs Debian's packages where root may do so, and starts none of their services; elsewhere does nothing. */
export function installDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const ownPolicy = !existsSync(policy);
  if (ownPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  // Two workers may want something at the same time: one waits for the other's lock.
  const apt = (...parameters: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...parameters], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
    });
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  // The lists of a fresh machine may be missing or old.
  if (install().status !== 0) {
    apt('update');
    install();
  }
  if (ownPolicy) rmSync(policy, { force: true });
}

/** Where programs are; a service's is in `sbin`, which a person's PATH may leave out. */
const folders = () => [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
const find = (program: string) =>
  folders()
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path)) ?? null;

/**
 * Yields the path of a server program, installed from the Debian package where that is possible; else null.
 * Where systemd runs it is not installed: the next start of that machine would start the service, which is its owner's to decide.
 */
export function findServer(program: string, fromPackage: string): string | null {
  if (find(program) === null && !existsSync('/run/systemd/system')) installDebian([fromPackage]);
  return find(program);
}
