/** What a plan is told of a request before it is answered. */
export type Heard = {
  /** 1 for the first request. */
  n: number;
  /** Name of a GraphQL operation; of REST the method and the path. */
  operation: string;
  kind: 'graphql' | 'rest';
  /** The largest page among the outermost lists; 0 without any, and for REST. */
  pageSize: number;
  ofPullRequests: boolean;
  variables: Readonly<Record<string, unknown>>;
  body: string;
};

export type Fault =
  | { kind: 'server-error'; status: 500 | 502 | 503 | 504; body?: 'html' | 'json' }
  /** The hour's budget is used up. */
  | { kind: 'primary-limit' }
  | { kind: 'secondary-limit'; status: 200 | 403 | 429; retryAfter: number | null }
  /** What took too long is null, with an error beside it. */
  | { kind: 'resource-limit'; says: 'something-went-wrong' | 'limits-exceeded' }
  /** Four of five items of a page lose what is nested in them, counts kept, without an error. */
  | { kind: 'truncated' }
  /** Half of the body, then the connection ends. */
  | { kind: 'cut' }
  /** The connection ends before the answer. */
  | { kind: 'reset' }
  | { kind: 'garbage' }
  | { kind: 'empty' }
  | { kind: 'proxy-page' }
  | { kind: 'slow'; ms: number }
  | { kind: 'bad-credentials' }
  | { kind: 'not-found' };

export type FaultPlan = (request: Heard) => Fault | null;

/** All of it may be changed while somebody is reading. */
export type Faults = {
  plan: FaultPlan | null;
  /** A page of more pull requests than this is answered with 502. */
  largestPage: number | null;
  /** From this request on the token is no longer known. */
  revokedFrom: number | null;
  /** Repositories, `owner/name`, that become so at a request. */
  losses: { repository: string; from: number; state: 'gone' | 'forbidden' }[];
  /** Organisations whose single sign-on the token is not authorised for. */
  sso: string[];
  /** What the token was granted; a classic token's `repo` and `read:org` are enough. */
  scopes: string[];
  /** Fields, such as `Commit.statusCheckRollup`, that a fine-grained token may not read. */
  refusedFields: string[];
  /** Added to the `Date` header, in milliseconds. */
  clockOff: number;
  /** As if the address were wrong. */
  nothingHere: boolean;
};

export function noFaults(): Faults {
  return {
    plan: null,
    largestPage: null,
    revokedFrom: null,
    losses: [],
    sso: [],
    scopes: ['repo', 'read:org'],
    refusedFields: [],
    clockOff: 0,
    nothingHere: false,
  };
}

/** What goes wrong with a request, by the plan or else by what goes wrong steadily. */
export function faultFor(request: Heard, faults: Faults): Fault | null {
  if (faults.nothingHere) return { kind: 'not-found' };
  if (faults.revokedFrom !== null && request.n >= faults.revokedFrom) return { kind: 'bad-credentials' };
  const planned = faults.plan?.(request) ?? null;
  if (planned !== null) return planned;
  const tooLarge =
    faults.largestPage !== null && request.ofPullRequests && request.pageSize > faults.largestPage;
  return tooLarge ? { kind: 'server-error', status: 502 } : null;
}
