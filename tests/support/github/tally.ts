export type Logged = {
  n: number;
  operation: string;
  variables: Readonly<Record<string, unknown>>;
  pageSize: number;
  /** 0: the connection ended before the answer. */
  status: number;
  /** What went wrong, on purpose. */
  fault: string | null;
};

/** What the fake was asked so far. */
export class Tally {
  requests = 0;
  graphql = 0;
  rest = 0;
  points = 0;
  operations: Record<string, number> = {};
  log: Logged[] = [];

  note(logged: Logged, kind: 'graphql' | 'rest'): void {
    this[kind] += 1;
    this.operations[logged.operation] = (this.operations[logged.operation] ?? 0) + 1;
    this.log.push(logged);
  }
}
