/** What a plan is told of a request before it is answered. */
export type Heard = {
  /** 1 for the first request. */
  n: number;
  /** Method and path without what differs: `POST search/jql`, `GET project/{}`. */
  call: string;
  body: Readonly<Record<string, unknown>>;
};

export type LimitReason =
  | 'jira-quota-global-based'
  | 'jira-quota-tenant-based'
  | 'jira-burst-based'
  | 'jira-per-issue-on-write';

export type Fault =
  | { kind: 'server-error'; status: 500 | 502 | 503 | 504; body?: 'html' | 'json'; retryAfter?: number }
  /** Seconds; null: without the header. */
  | { kind: 'rate-limit'; retryAfter: number | null; reason?: LimitReason }
  /** Half of the body, then the connection ends. */
  | { kind: 'cut' }
  /** The connection ends before the answer. */
  | { kind: 'reset' }
  /** Half of the body as if it were all. */
  | { kind: 'truncated' }
  | { kind: 'garbage' }
  | { kind: 'empty' }
  /** Somebody between asks people to sign in, with 200. */
  | { kind: 'proxy-page' }
  /** So, but by sending them elsewhere. */
  | { kind: 'login-redirect' }
  | { kind: 'slow'; ms: number }
  | { kind: 'wrong-token' }
  | { kind: 'captcha' }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'gone' }
  /** The page names the token that it was asked with as the next. */
  | { kind: 'repeated-token' }
  /** A page of nothing, with a token for what it should have held. */
  | { kind: 'empty-page' }
  /** A page begins with what the one before it ended with. */
  | { kind: 'duplicates' }
  /** A page token is no longer known. */
  | { kind: 'expired-token' };

export type FaultPlan = (request: Heard) => Fault | null;

/** All of it may be changed while somebody is reading. */
export type Faults = {
  plan: FaultPlan | null;
  /** From this request on the token is no longer known. */
  revokedFrom: number | null;
  /** Calls, by the beginning of their name, that are answered with 410. */
  gone: string[];
  /** Calls that the token has no scope for. */
  unscoped: string[];
  /** How changes in bulk write their instants. */
  created: 'iso' | 'milliseconds' | 'mixed';
  /** Whether changes asked by field come with what else was changed in the same go. */
  changes: 'all' | 'asked';
  /** At most so many histories to a page. */
  historiesPerPage: number | null;
  /** At most so many issues to a page. */
  issuesPerPage: number | null;
  /** Milliseconds that a page token lives. */
  tokenLife: number;
  /** A proxy asks everybody to sign in. */
  proxy: boolean;
  /** Puts another value in the place of what a call answers. */
  spoil: ((value: unknown, call: string) => unknown) | null;
  /** Milliseconds that the clock of the `Date` header is ahead. */
  clockOff: number;
};

const WEEK = 7 * 86_400_000;

export function noFaults(): Faults {
  return {
    plan: null,
    revokedFrom: null,
    gone: [],
    unscoped: [],
    created: 'iso',
    changes: 'all',
    historiesPerPage: null,
    issuesPerPage: null,
    tokenLife: WEEK,
    proxy: false,
    spoil: null,
    clockOff: 0,
  };
}

/** What goes wrong with a request, by what goes wrong steadily or else by the plan. */
export function faultFor(heard: Heard, faults: Faults): Fault | null {
  if (faults.proxy) return { kind: 'proxy-page' };
  if (faults.gone.some((call) => heard.call.startsWith(call))) return { kind: 'gone' };
  return faults.plan?.(heard) ?? null;
}
