import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

// Loaded into a measured process before anything else: SIGUSR2 begins a profile, the next one ends it and writes it to PROFILE_FILE.
const session = new Session();
session.connect();
let running = false;

process.on('SIGUSR2', () => void toggle());

async function toggle(): Promise<void> {
  if (!running) {
    running = true;
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
    return;
  }
  running = false;
  const { profile } = await session.post('Profiler.stop');
  writeFileSync(process.env['PROFILE_FILE'] ?? 'bench.cpuprofile', JSON.stringify(profile));
}
