import type { Troubled, Verdict } from '../../contract/health.ts';
import type { ImportStatus } from '../../contract/status.ts';
import type { Instant } from '../../model/instant.ts';
import { BACKFILL, type Run } from '../../model/run.ts';
import { fullDateAndTime } from '../../words/date.ts';
import { PATIENCE } from '../warnings.ts';
import { byAsked } from './background.ts';
import { nameOf } from './last-run.ts';
import { type Reading, sourceOf } from './reading.ts';
import { countOf } from './source-health.ts';
import { troubleInWords } from './troubled.ts';

/** What the first sentence of the page rests on. */
export type Judged = {
  now: Instant;
  zone: string;
  dataUntil: Instant | null;
  demo: boolean;
  running: ImportStatus | null;
  failed: string | null;
  runs: readonly Run[];
  readings: readonly Reading[];
  /** Repositories and projects that are not read to their end, or no longer. */
  troubled: readonly Troubled['state'][];
};

const IMPORT = 'Import again: npm run uptake -- ingest.';
const WAIT = 'Wait for the import that is running.';

/** Whether the numbers can be believed today: the first that holds is said. */
export function verdictOf(judged: Judged): Verdict {
  const { dataUntil, demo, running, now, zone } = judged;
  if (demo && dataUntil !== null) {
    return {
      answer: 'made-up',
      sentence: 'These numbers are made up: this is a demo organisation, which does not exist.',
      because: ['They are complete and always the same, so that you can see what each page tells.'],
      todo: ['Connect your own data; they go into a database of their own.'],
    };
  }
  if (dataUntil === null) return withoutData(judged);
  const until = fullDateAndTime(dataUntil, zone);
  const failures = failedLast(judged);
  const because = [...failures, ...troubleOf(judged)];
  if (now - dataUntil > PATIENCE) {
    const why = failures.length === 0 ? [noImportSince(judged, dataUntil)] : [];
    return {
      answer: 'no',
      sentence: `Not as numbers of today: the data stop on ${until}.`,
      because: ['What they say of the weeks before is still true.', ...why, ...because],
      todo: [running === null ? IMPORT : WAIT],
    };
  }
  if (because.length > 0) {
    return {
      answer: 'partly',
      sentence: `For the most part: the data reach to ${until}, but not everything was read.`,
      because,
      todo: [whatToDo(judged)],
    };
  }
  return {
    answer: 'yes',
    sentence: `Yes: everything that is connected is read, and the data reach to ${until}.`,
    because: [],
    todo: [],
  };
}

function whatToDo({ running, troubled }: Judged): string {
  if (running !== null) return WAIT;
  return troubled.length > 0
    ? 'Each of them is listed below, with what to do.'
    : 'Mend that, then import again: npm run uptake -- ingest.';
}

function withoutData({ running, failed, runs }: Judged): Verdict {
  if (running !== null) {
    return {
      answer: 'nothing',
      sentence: 'Not yet: the first import is running, and nothing has been read to its end.',
      because: [],
      todo: ['The pages fill by themselves as repositories come to their end.'],
    };
  }
  const why = failed ?? runs.find(({ outcome }) => outcome === 'failed')?.report?.said ?? null;
  if (why !== null) {
    return {
      answer: 'nothing',
      sentence: 'There are no numbers: the last import failed.',
      because: [why],
      todo: [IMPORT],
    };
  }
  return {
    answer: 'nothing',
    sentence: 'There are no numbers yet: nothing is connected.',
    because: [],
    todo: ['Read an organisation from GitHub, or a clone on this machine.'],
  };
}

/** The failure of every thing asked for whose last run failed or broke off; what the running program knows goes before. */
function failedLast({ failed, runs, running, now, zone }: Judged): string[] {
  if (failed !== null) return [`The last import failed. ${failed}`];
  return byAsked(runs, now).flatMap(([asked, own]) => {
    const [last] = own;
    // What an older part of history lacks, no number of today does.
    if (last === undefined || last.source === BACKFILL) return [];
    if (running !== null && last.outcome === null) {
      // What there is beyond what is read by now nobody knows yet.
      if (own.some(({ outcome }) => outcome === 'done')) return [];
      return [`${nameOf(asked)}: the first import is still at work, and more is to come.`];
    }
    const when = fullDateAndTime(last.startedAt, zone);
    if (last.outcome === 'failed')
      return [`${nameOf(asked)}: the last import (${when}) failed. ${last.report?.said ?? ''}`.trim()];
    if (last.outcome === null)
      return [`${nameOf(asked)}: the last import (${when}) broke off before its end.`];
    return [];
  });
}

function troubleOf({ troubled, readings }: Judged): string[] {
  const trouble = troubleInWords(troubled);
  return trouble === '' ? [] : [`Of ${countOf(readings)} ${trouble}.`];
}

function noImportSince({ runs, readings }: Judged, dataUntil: Instant): string {
  if (!runs.some(({ startedAt }) => startedAt > dataUntil + PATIENCE)) return 'No import has run since.';
  const clones = readings.some((one) => sourceOf(one) === 'git');
  return `Imports have run since without bringing anything newer${clones ? ': a clone has to be fetched before it is imported' : ''}.`;
}
