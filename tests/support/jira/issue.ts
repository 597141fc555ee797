import type { LinkKind } from './vocabulary.ts';

/** What happened to one field; ids in `from` and `to`, what people read in the texts. */
export type FakeChange = {
  field: string;
  fieldId: string;
  kind: 'jira' | 'custom';
  from: string | null;
  fromText: string | null;
  to: string | null;
  toText: string | null;
};

/** What one person did to an issue in one go. */
export type FakeHistory = { id: number; at: number; by: string; changes: FakeChange[] };

export type FakeLink = { id: number; kind: LinkKind; side: 'outward' | 'inward'; issueId: number };

/** Instants are milliseconds since 1970; ids of accounts, statuses and so on are the site's. */
export type FakeIssue = {
  id: number;
  projectId: string;
  key: string;
  summary: string;
  typeId: string;
  statusId: string;
  resolutionId: string | null;
  resolvedAt: number | null;
  assigneeId: string | null;
  reporterId: string;
  labels: string[];
  parentId: number | null;
  sprintIds: number[];
  points: number | null;
  links: FakeLink[];
  createdAt: number;
  updatedAt: number;
  /** In the order of time. */
  histories: FakeHistory[];
};

export type FakeProject = {
  id: string;
  key: string;
  /** Keys that it had; they still lead to it. */
  formerKeys: string[];
  name: string;
  teamManaged: boolean;
  archived: boolean;
  /** False: the token's owner may not see it. */
  browsable: boolean;
  /** Number of the issue created last. */
  issues: number;
};

export type FakeSprint = {
  id: number;
  name: string;
  state: 'future' | 'active' | 'closed';
  startAt: number;
  endAt: number;
};

/** The number in `SHOP-12`. */
export function numberOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('-') + 1));
}
