import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { THIS_MACHINE } from '../../server/api/access/access.ts';
import { buildApp } from '../../server/api/app.ts';
import type { AppDeps } from '../../server/api/deps.ts';
import { importListeners } from '../../server/api/import-listeners.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { Held } from '../../server/report/live.ts';
import { fact, fresh, heldOf, MONDAY } from './facts.ts';
import { withoutTitles } from './item-titles.ts';

/** Half a year of one repository. */
export function someData(): Held {
  const facts = Array.from({ length: 260 }, (_, number) => {
    const mergedAt = MONDAY + Math.floor(number / 10) * 7 * DAY + (number % 10) * HOUR;
    return fact(number, { mergedAt, firstCommitAt: mergedAt - ((number % 7) + 1) * 5 * HOUR });
  });
  return heldOf(facts, [fresh(MONDAY + 26 * 7 * DAY)], 'Europe/Berlin');
}

type Tested = { app: FastifyInstance; log: string[] };
type Over = Partial<AppDeps> & { held?: Held };

/** The real app over given data, and whatever it writes to its log. */
export function testApp(over: Over = {}): Tested {
  const tested = lentApp(over);
  onTestFinished(async () => tested.app.close());
  return tested;
}

/** The same where no single test owns it: whoever calls this closes it. */
export function lentApp(over: Over = {}): Tested {
  const { held = someData(), ...deps } = over;
  const log: string[] = [];
  const app = buildApp({
    live: { held, refresh: async () => false },
    itemStore: withoutTitles(),
    statusStore: { issueStatuses: async () => [], async *finishedTimes() {} },
    access: THIS_MACHINE,
    clock: () => MONDAY + 26 * 7 * DAY,
    storedGeneration: async () => 1,
    version: '1.2.3',
    startedAt: 0,
    running: () => null,
    failed: () => null,
    importListeners: importListeners(() => ({ running: null, generation: 1 })),
    background: async () => ({ now: MONDAY + 26 * 7 * DAY, runs: [], readings: [], usage: [] }),
    organising: null,
    setup: null,
    reports: null,
    webRoot: null,
    log: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
    ...deps,
  });
  return { app, log };
}
