import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('./moved-clock.ts', import.meta.url));

/** The clock of programs that are started with `env`: it goes as fast as the real one, from wherever it is set. */
export type ProgramClock = { now(): number; set(at: number): void; env: Record<string, string> };

/** @param file of this clock alone */
export function programClock(file: string, at: number): ProgramClock {
  let ahead = 0;
  const set = (to: number) => {
    ahead = to - Date.now();
    // Whole or not at all, since programs read it meanwhile.
    writeFileSync(`${file}.new`, String(ahead));
    renameSync(`${file}.new`, file);
  };
  set(at);
  return {
    now: () => Date.now() + ahead,
    set,
    env: { NODE_OPTIONS: `--import ${PRELOAD}`, UPTAKE_TEST_CLOCK: file },
  };
}
