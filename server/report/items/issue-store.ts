/** What a tracker tells of an issue that is no measure's; null: it tells no more. */
export type IssueTold = {
  key: string;
  title: string;
  projectKey: string;
  trackerId: string;
  /** The tracker's address for people. */
  url: string;
  type: string | null;
  status: string | null;
  deletedAt: number | null;
};

export type LinkedWork = { id: string; name: string; title: string };

/** What a list of issues needs of the store, beside what is held of it. */
export type IssueStore = {
  /** By id; what is gone is missing. */
  issueTexts(ids: readonly string[]): Promise<ReadonlyMap<string, IssueTold>>;
  /** The first pull requests that name each issue. */
  linkedWork(ids: readonly string[]): Promise<ReadonlyMap<string, readonly LinkedWork[]>>;
  /** How long an issue was in each status. */
  statusTimes(id: string): Promise<readonly { status: string; milliseconds: number }[]>;
  /** Keys and titles of all issues, some thousands at a time. */
  allIssueTitles(): AsyncIterable<readonly { id: string; projectId: string; title: string }[]>;
};
