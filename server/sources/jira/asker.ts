import type { Instant } from '../../model/instant.ts';
import type { Usage } from '../../model/rows.ts';
import { patience } from '../../net/patience.ts';
import { SourceError, STOPPED_EARLY } from '../../net/source-error.ts';
import type { JiraClient, JiraRequest, Reply } from './client.ts';
import { type Failure, failureOf, isStrangers } from './failure.ts';
import type { JiraOutside } from './outside.ts';
import type { Place } from './sentences.ts';
import { symptomOf } from './symptom.ts';

/**
 * The one place that sends requests, one at a time: waits for limits as long as the run may, repeats what may pass, and tells what
 * else failed. Throws SourceError for what will not pass, and the signal's reason once that is aborted.
 */
export type Asker = {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  /** Which API is asked from now on; 2 at the beginning, which both kinds of Jira have. */
  use(version: '2' | '3'): void;
  /** Jira's clock at its last answer; before the first one our own. */
  date(): Instant;
  /** Milliseconds that our own clock was ahead of Jira's at the first answer. */
  ahead(): number;
  usage(): Usage;
  /** What has ended the source; null: nothing has. */
  ended(): SourceError | null;
};

export type AskerSetup = {
  client: JiraClient;
  outside: Pick<JiraOutside, 'now' | 'wait'>;
  place: Place;
  signal: AbortSignal;
  minutes: number;
  maximumRequests: number;
  /** How often the same is asked at most. */
  tries?: number;
  /** Such as "12 of 30 projects done". */
  soFar: () => string;
};

const TRIES = 5;

export function asker(setup: AskerSetup): Asker {
  const { client, outside, place, signal, tries: most = TRIES } = setup;
  const waits = patience(setup.minutes, outside.wait, signal);
  let version: '2' | '3' = '2';
  let date: Instant | null = null;
  let ahead = 0;
  let ended: SourceError | null = null;
  let givenUpInARow = 0;

  const end = (error: SourceError): SourceError => {
    ended = error;
    return error;
  };
  const stopEarly = (why: string): SourceError =>
    end(new SourceError(STOPPED_EARLY, `${why}: stopped early, ${setup.soFar()}; the next run carries on.`));

  function noteDate(reply: Reply): void {
    const told = 'headers' in reply ? Date.parse(reply.headers.date ?? '') : Number.NaN;
    if (Number.isNaN(told)) return;
    if (date === null) ahead = outside.now() - told;
    date = told;
  }

  async function once(request: JiraRequest): Promise<{ body: object } | { failure: Failure }> {
    signal.throwIfAborted();
    if (ended !== null) throw ended;
    if (client.requests() >= setup.maximumRequests)
      throw stopEarly(`The ${setup.maximumRequests} requests that a run may send are used up`);
    const reply = await client.send(request, version, signal);
    signal.throwIfAborted();
    noteDate(reply);
    if ('body' in reply && reply.status === 200 && !isStrangers(reply.headers)) {
      const { body } = reply;
      if (typeof body === 'object' && body !== null) return { body };
    }
    return { failure: failureOf(symptomOf(reply), place) };
  }

  /** The error of a failure that did not pass; a second one without any success between ends the source. */
  function givenUp(error: SourceError): SourceError {
    givenUpInARow += 1;
    return givenUpInARow > 1 ? end(error) : error;
  }

  async function ask(request: JiraRequest): Promise<unknown> {
    for (let tries = 1; ; ) {
      const result = await once(request);
      if ('body' in result) {
        waits.answered();
        givenUpInARow = 0;
        return result.body;
      }
      const { failure } = result;
      if (failure.kind === 'final') throw failure.ends === 'source' ? end(failure.error) : failure.error;
      if (failure.kind === 'limit') {
        const tooLong = await waits.forLimit(failure.limit, date ?? outside.now());
        if (tooLong !== null) throw stopEarly(tooLong);
        continue;
      }
      if (tries === most) throw givenUp(failure.error);
      await waits.beforeRepeating(tries, failure.why);
      tries += 1;
    }
  }

  return {
    get: (path, query) => ask({ method: 'GET', path, ...(query === undefined ? {} : { query }) }),
    post: (path, body) => ask({ method: 'POST', path, body }),
    use: (next) => {
      version = next;
    },
    date: () => date ?? outside.now(),
    ahead: () => ahead,
    usage: () => ({ requests: client.requests(), points: null, waits: waits.waits() }),
    ended: () => ended,
  };
}
