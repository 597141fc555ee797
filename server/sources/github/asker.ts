import type { Instant } from '../../model/instant.ts';
import type { Usage } from '../../model/rows.ts';
import { patience } from '../../net/patience.ts';
import { SourceError, STOPPED_EARLY } from '../../net/source-error.ts';
import { type Answer, answerOf, type Points } from './answer.ts';
import type { GithubClient } from './client.ts';
import { type Failure, failureOf, type Place } from './failure.ts';
import type { GithubOutside } from './outside.ts';
import { type Symptom, symptomOf } from './symptom.ts';

/** `free`: it is only priced, so its points are not spent. */
export type Question = { text: string; variables: Record<string, unknown>; free?: boolean };
export type Passing = Extract<Failure, { kind: 'passing' | 'lost-place' }>;
export type Attempt = { answer: Answer } | { failure: Passing };

/**
 * The one place that sends requests, one at a time: waits for limits as long as the run may, and tells what else failed.
 * Throws SourceError for what will not pass, and the signal's reason once that is aborted.
 */
export type Asker = {
  /** Sends a query once (again only after waiting for a limit); the caller decides what becomes of a failure that may pass. */
  attempt(question: Question): Promise<Attempt>;
  /** Sends a query up to five times. */
  ask(question: Question): Promise<Answer>;
  /** A REST call, up to five times; its body is JSON. */
  rest(route: string, parameters: Record<string, unknown>): Promise<object>;
  /** Waits before a repetition, the first time 1 second. */
  pause(repetition: number, failure: Passing): Promise<void>;
  /** The error of a failure that did not pass; a second one without any success between ends the source. */
  givenUp(failure: Passing): SourceError;
  /** GitHub's clock at its last answer; before the first one our own. */
  date(): Instant;
  /** Milliseconds that our own clock was ahead of GitHub's at the first answer. */
  ahead(): number;
  points(): Points | null;
  usage(): Usage;
  /** What has ended the source; null: nothing has. */
  ended(): SourceError | null;
};

export type AskerSetup = {
  client: GithubClient;
  outside: GithubOutside;
  place: Place;
  signal: AbortSignal;
  minutes: number;
  maximumRequests: number;
  /** How often the same is asked at most. */
  tries?: number;
  /** Such as "12 of 60 repositories done". */
  soFar: () => string;
};

const TRIES = 5;
const LIMITS = {
  hourly: "GitHub's hourly limit",
  secondary: "GitHub's limit for many requests in a short time",
};

export function asker(setup: AskerSetup): Asker {
  const { client, outside, place, signal, soFar, tries: most = TRIES } = setup;
  const waits = patience(setup.minutes, outside.wait, signal);
  let points: Points | null = null;
  let spent: number | null = null;
  let date: Instant | null = null;
  let ahead = 0;
  let ended: SourceError | null = null;
  let givenUpInARow = 0;

  const end = (error: SourceError): SourceError => {
    ended = error;
    return error;
  };
  const stopEarly = (why: string): SourceError =>
    end(new SourceError(STOPPED_EARLY, `${why}: stopped early, ${soFar()}; the next run carries on.`));

  function noteDate(): void {
    const told = Date.parse(client.seen()?.headers.date ?? '');
    if (Number.isNaN(told)) return;
    if (date === null) ahead = outside.now() - told;
    date = told;
  }

  /** What `send` gave, with limits waited for; a failure that may pass is returned. */
  async function persist<T extends object>(
    api: Symptom['api'],
    send: () => Promise<unknown>,
    read: (value: unknown, symptom: Symptom | null) => T | null,
  ): Promise<{ good: T } | { failure: Passing }> {
    for (;;) {
      signal.throwIfAborted();
      if (ended !== null) throw ended;
      if (client.requests() >= setup.maximumRequests)
        throw stopEarly(`The ${setup.maximumRequests} requests that a run may send are used up`);
      const { value, failed } = await outcomeOf(send);
      signal.throwIfAborted();
      noteDate();
      const symptom = failed || value === undefined ? symptomOf(api, value, client.seen()) : null;
      const good = read(value, symptom);
      if (good !== null) {
        waits.answered();
        givenUpInARow = 0;
        return { good };
      }
      const failure = failureOf(symptom ?? symptomOf(api, undefined, client.seen()), place);
      if (failure.kind === 'final') throw failure.ends === 'source' ? end(failure.error) : failure.error;
      if (failure.kind !== 'limit') return { failure };
      const tooLong = await waits.forLimit({ ...failure, why: LIMITS[failure.limit] }, date ?? outside.now());
      if (tooLong !== null) throw stopEarly(tooLong);
    }
  }

  async function attempt({ text, variables, free }: Question): Promise<Attempt> {
    const result = await persist(
      'graphql',
      () => client.graphql(text, variables, signal),
      (value, symptom) => answerOf(value, symptom, client.seen(), place.host),
    );
    if ('failure' in result) return result;
    points = result.good.points ?? points;
    if (result.good.points !== null && free !== true) spent = (spent ?? 0) + result.good.points.cost;
    return { answer: result.good };
  }

  function givenUp(failure: Passing): SourceError {
    givenUpInARow += 1;
    return givenUpInARow > 1 ? end(failure.error) : failure.error;
  }

  const pause = (repetition: number, failure: Passing): Promise<void> =>
    waits.beforeRepeating(repetition, failure.kind === 'passing' ? failure.why : 'a lost place');

  async function repeated<T>(once: () => Promise<{ good: T } | { failure: Passing }>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const result = await once();
      if ('good' in result) return result.good;
      if (tries === most || result.failure.kind === 'lost-place') throw givenUp(result.failure);
      await pause(tries, result.failure);
    }
  }

  return {
    attempt,
    ask: (question) =>
      repeated(async () => {
        const result = await attempt(question);
        return 'answer' in result ? { good: result.answer } : result;
      }),
    rest: (route, parameters) =>
      repeated(() =>
        persist(
          'rest',
          () => client.rest(route, parameters, signal),
          (value, symptom) => (symptom === null && typeof value === 'object' ? value : null),
        ),
      ),
    pause,
    givenUp,
    date: () => date ?? outside.now(),
    ahead: () => ahead,
    points: () => points,
    usage: () => ({ requests: client.requests(), points: spent, waits: waits.waits() }),
    ended: () => ended,
  };
}

/** As octokit names what may go wrong with a request; anything else is a bug. */
const EXPECTED = ['HttpError', 'GraphqlResponseError', 'AbortError'];

async function outcomeOf(send: () => Promise<unknown>): Promise<{ value: unknown; failed: boolean }> {
  try {
    return { value: await send(), failed: false };
  } catch (error) {
    if (!(error instanceof Error) || !EXPECTED.includes(error.name)) throw error;
    return { value: error, failed: true };
  }
}
