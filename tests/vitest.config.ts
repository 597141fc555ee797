import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that start the whole program or kill it, and those that drive a browser; each keeps more than a core busy by itself. */
const wholeProgram = ['tests/hall/**/*.test.ts', 'tests/**/*kill.test.ts'];
const browser = ['tests/browser/**/*.test.ts'];

/** A file that a machine can count from, asked for by `.ci/run`. */
const report = process.env.UPTAKE_TEST_REPORT;

const SECOND = 1000;

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    globalSetup: 'tests/support/whole-run.ts',
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    watch: false,
    passWithNoTests: false,
    allowOnly: false,
    expect: { requireAssertions: true },
    // Upper bounds for a busy machine with two cores, never part of what a test asserts.
    teardownTimeout: 30 * SECOND,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: [...wholeProgram, ...browser],
          maxWorkers: Math.min(4, availableParallelism()),
          testTimeout: 60 * SECOND,
          hookTimeout: 60 * SECOND,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // After the others and one file at a time, so that nothing starves a process about to be killed.
        extends: true,
        test: {
          name: 'whole program',
          include: wholeProgram,
          fileParallelism: false,
          testTimeout: 180 * SECOND,
          hookTimeout: 180 * SECOND,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Two files at a time: a browser waits for a server about as long as it computes.
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          maxWorkers: Math.min(2, availableParallelism()),
          testTimeout: 180 * SECOND,
          hookTimeout: 180 * SECOND,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
