import type { Instant } from './instant.ts';

/** Who acts on an issue tracker, by the tracker's own id. Null e-mail: its owner hides it. */
export type TrackerAccount = { id: string; email: string | null; name: string };

/** What the work of an issue is a part of: `epic` and above, `sub-task` below the standard level. */
export type IssueLevel = 'standard' | 'epic' | 'sub-task';

/** A change from one value to another, each by its id in the tracker; null: none. */
export type IssueChange = { at: Instant; from: string | null; to: string | null };

/** An issue as a source tells it. */
export type Issue = {
  /** `jira:HOST:10001`; it stays when the issue moves to another project. */
  id: string;
  projectId: string;
  /** `PROJ-12`, as it is now. */
  key: string;
  /** Keys that it had in other projects, where the source tells them. */
  formerKeys: readonly string[];
  title: string;
  /** Ids of the tracker's vocabulary. */
  typeId: string;
  statusId: string;
  resolutionId: string | null;
  assignee: TrackerAccount | null;
  labels: readonly string[];
  /** Id of the issue that it is a part of. */
  parentId: string | null;
  /** Names, in the tracker's order. */
  sprints: readonly string[];
  storyPoints: number | null;
  links: readonly IssueLink[];
  createdAt: Instant;
  updatedAt: Instant;
  /** All of each kind since its creation, in the order of time. An account is told by its id. */
  statusChanges: readonly IssueChange[];
  resolutionChanges: readonly IssueChange[];
  assigneeChanges: readonly IssueChange[];
};

/** "blocks PROJ-13": the kind as its outward or inward name says it, seen from the issue that has the link. */
export type IssueLink = { kind: string; issueId: string };

/** One project of a tracker; its id is `jira:HOST/10000`. */
export type IssueProject = { id: string; trackerId: string; key: string; name: string };

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export type IssueStatus = {
  id: string;
  name: string;
  /** Null: a status that is gone, of which nothing but its id or name is known. */
  category: StatusCategory | null;
  /** In progress, but nobody works on it: in review, blocked, ready for something. */
  waiting: boolean;
};

/** What the ids of a tracker's issues stand for; `trackerId` is `jira:HOST`. */
export type TrackerVocabulary = {
  trackerId: string;
  /** Its address for people, without a slash at the end. */
  url: string;
  statuses: readonly IssueStatus[];
  types: readonly { id: string; name: string; level: IssueLevel }[];
  /** `delivers` is false of "Won't do", "Duplicate" and their like: what ends so was never finished. */
  resolutions: readonly { id: string; name: string; delivers: boolean }[];
};

/** How far reading a project has come; as `RepositoryReading`. */
export type ProjectReading = IssueProject & {
  coveredUntil: Instant | null;
  lost: string | null;
  limits: readonly string[];
};

/** A project that an earlier run has read. */
export type KnownProject = IssueProject & {
  /** Cursor of its last complete walk; null: none was completed. */
  cursor: string | null;
  /** Where a walk that never ended was going. */
  towards: string | null;
};
