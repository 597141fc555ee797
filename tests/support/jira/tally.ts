export type Logged = {
  n: number;
  call: string;
  body: Readonly<Record<string, unknown>>;
  /** 0: the connection ended before the answer. */
  status: number;
  /** What went wrong, on purpose. */
  fault: string | null;
};

/** What the fake was asked so far. */
export class Tally {
  total = 0;
  /** By call, `POST search/jql`. */
  byCall: Record<string, number> = {};
  log: Logged[] = [];

  note(logged: Logged): void {
    this.byCall[logged.call] = (this.byCall[logged.call] ?? 0) + 1;
    this.log.push(logged);
  }

  /** Requests for each 1,000 of so many issues. */
  per1000(issues: number): number {
    return (1000 * this.total) / issues;
  }

  clear(): void {
    this.total = 0;
    this.byCall = {};
    this.log = [];
  }
}
