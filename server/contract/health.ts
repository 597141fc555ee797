import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { LeftOutCount } from './series.ts';

const nullable = <Value extends Parameters<typeof Type.Union>[0][number]>(value: Value) =>
  Type.Union([value, Type.Null()]);

/** Whether the numbers can be believed today, in words. */
export const Verdict = Type.Object({
  /** `nothing`: there are no numbers; `made-up`: a demo organisation's. */
  answer: Type.Enum(['yes', 'partly', 'no', 'nothing', 'made-up']),
  sentence: Type.String(),
  /** What it rests on, as sentences. */
  because: Type.Array(Type.String()),
  /** What to do, as sentences; none: nothing. */
  todo: Type.Array(Type.String()),
});
export type Verdict = Static<typeof Verdict>;

/** A repository or a project that is not read to its end, or no longer. */
export const Troubled = Type.Object({
  id: Type.String(),
  name: Type.String(),
  state: Type.Enum(['behind', 'lost', 'unfinished']),
  /** "data to 9 Nov": how far it is read; empty: nothing of it is. */
  reach: Type.String(),
  reason: Type.String(),
  todo: Type.String(),
});
export type Troubled = Static<typeof Troubled>;

/** A project of a tracker. */
export const ProjectHealth = Type.Object({
  id: Type.String(),
  key: Type.String(),
  name: Type.String(),
  /** "data to 9 Nov"; empty: nothing of it is read to its end. */
  reach: Type.String(),
  /** All, also those that take part in no measure: epics, sub-tasks and deleted ones. */
  issues: Type.Integer(),
  epics: Type.Integer(),
  subTasks: Type.Integer(),
  deleted: Type.Integer(),
});
export type ProjectHealth = Static<typeof ProjectHealth>;

export const SourceHealth = Type.Object({
  /** "github"; of issues the tracker, "jira:acme.atlassian.net". */
  source: Type.String(),
  /** "GitHub", "Clones on this machine". */
  name: Type.String(),
  /** What it is made of, and how many of these. */
  of: Type.Enum(['repositories', 'projects']),
  size: Type.Integer(),
  /** "40 repositories, data to Sat 21 Nov 2026, 03:12." */
  sentence: Type.String(),
  /** "1,240 issues. 1,100 take part in measures; beside them are 90 sub-tasks and 50 epics." Empty: of repositories. */
  issues: Type.String(),
  /** By key; none: of repositories. */
  projects: Type.Array(ProjectHealth),
  /** The first of them; `otherTroubled` are not listed. */
  troubled: Type.Array(Troubled),
  otherTroubled: Type.Integer(),
  /** What cannot be seen of them, with the names of those it holds for; empty names: for all. */
  limits: Type.Array(Type.Object({ limit: Type.String(), names: Type.String() })),
});
export type SourceHealth = Static<typeof SourceHealth>;

/** What a vendor tells of the use of its tool. */
export const UsageHealth = Type.Object({
  id: Type.String(),
  /** "Copilot of acme" */
  name: Type.String(),
  /** "52 seats. 34 people used it in the last four weeks, data to 15 Nov 2026." */
  sentence: Type.String(),
  /** "33 of them are known from work or a roster; what the other one does counts in no team." Empty: too few people to tell. */
  matched: Type.String(),
  limits: Type.Array(Type.String()),
});
export type UsageHealth = Static<typeof UsageHealth>;

export const Night = Type.Object({
  /** "2026-11-21", in the organisation's zone. */
  day: Type.String(),
  /** `running` and `due` are said of today alone. */
  state: Type.Enum(['done', 'stopped', 'failed', 'none', 'running', 'due']),
  /** "Sat 21 Nov: read to the end, 03:12" */
  words: Type.String(),
});
export type Night = Static<typeof Night>;

export const AskedHealth = Type.Object({
  /** What is asked for night after night: "github acme". */
  asked: Type.String(),
  /** "GitHub: acme" */
  name: Type.String(),
  /** "27 of the last 30 nights went well, 2 failed, 1 without a run." */
  summary: Type.String(),
  /** The oldest first; the last is today. */
  nights: Type.Array(Night),
  /** "The last run began Sat 21 Nov, 03:00 and was read to the end after 12 minutes." */
  last: Type.String(),
  /** "312 requests, 1,204 points; waited 4 minutes for GitHub's hourly limit." Empty: it asks nobody. */
  cost: Type.String(),
  /** What the last run could not see or left out on purpose. */
  unseen: Type.Array(Type.String()),
});
export type AskedHealth = Static<typeof AskedHealth>;

export const CoveragePart = Type.Object({
  id: Type.Enum([
    'human-review',
    'first-commit',
    'deployment',
    'size',
    'issue',
    'started',
    'statuses',
    'assignee',
    'pull-request',
  ]),
  /** "had a human review" */
  name: Type.String(),
  n: Type.Integer(),
  of: Type.Integer(),
  share: nullable(Type.Number()),
  /** Why the others have none, and what helps. */
  missing: Type.Array(Type.Object({ count: Type.Integer(), why: Type.String(), todo: Type.String() })),
});
export type CoveragePart = Static<typeof CoveragePart>;

/** Pull requests, or issues, placed in teams. Parts that rest on fewer than five people are told together. */
export const PlacedPart = Type.Object({
  /** "by a stated membership" */
  name: Type.String(),
  /** Whole per cents of all: exact numbers of small groups are not told. */
  percent: Type.Integer(),
  /** "under 1 %", "81 %" */
  said: Type.String(),
});

export const Coverage = Type.Object({
  /** "2,310 pull requests that take part in measures were merged in 52 full weeks, from the week of 17 Nov 2025 to that of 9 Nov 2026." */
  sentence: Type.String(),
  of: Type.Integer(),
  parts: Type.Array(CoveragePart),
  placed: Type.Array(PlacedPart),
  /** "Of 48 people whose work this is 41 are in a team." Empty: there are no teams, or too few people to tell. */
  people: Type.String(),
  /** "12 accounts are in no team: 7 % of the merged pull requests count in no team." Empty: all are placed, or there are no teams. */
  unmatched: Type.String(),
});
export type Coverage = Static<typeof Coverage>;

export const LeftOutHealth = Type.Object({
  reason: LeftOutCount.properties.reason,
  count: Type.Integer(),
  sentence: Type.String(),
  why: Type.String(),
});
export type LeftOutHealth = Static<typeof LeftOutHealth>;

export const Health = Type.Object({
  verdict: Verdict,
  zone: Type.String(),
  sources: Type.Array(SourceHealth),
  /** By name; none: no vendor is asked. */
  usage: Type.Array(UsageHealth),
  /** Of those that ran last; `otherAsked` are not listed. */
  asked: Type.Array(AskedHealth),
  otherAsked: Type.Integer(),
  /** Null: no full week has been read. */
  coverage: nullable(Coverage),
  /** The same of finished issues; null: none were finished in a full week, or no tracker is read. */
  issueCoverage: nullable(Coverage),
  leftOut: Type.Array(LeftOutHealth),
});
export type Health = Static<typeof Health>;

export const HealthAnswer = answerOf(Type.Object({}), Health);
export type HealthAnswer = Static<typeof HealthAnswer>;
