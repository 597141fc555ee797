import type { IssueLevel, IssueStatus, StatusCategory, TrackerVocabulary } from '../../model/issue.ts';
import type { JiraSourceConfig } from './config.ts';
import type { JiraIssueType, JiraStatus } from './payload.ts';

/** Of a status in progress: nobody works on the issue, it waits for somebody. */
const WAITS =
  /\b(review|reviewing|blocked|block|impeded|wait|waiting|awaiting|ready|hold|pending|paused|queued?|to (be )?(test|review|deploy|release)(ed)?|approval)\b/i;

/** "Won't do" and its like. */
const UNDELIVERED =
  /\b(won.?t|will not|duplicated?|can(no|.)?t reproduce|cannot reproduce|not reproducible|invalid|declined|rejected|abandoned|obsolete|outdated|not a bug|no bug|by design|as designed|incomplete|cancell?ed|withdrawn|not (needed|required|planned|applicable))\b/i;

type Told = {
  statuses: readonly JiraStatus[];
  types: readonly JiraIssueType[];
  resolutions: readonly { id: string | number; name: string }[];
};

export function vocabularyOf(
  site: { trackerId: string; url: string },
  { statuses, types, resolutions }: Told,
  config: JiraSourceConfig,
): TrackerVocabulary {
  const waits = among(config.waiting, WAITS);
  const undelivered = among(config.undelivered, UNDELIVERED);
  return {
    trackerId: site.trackerId,
    url: site.url,
    statuses: statuses.map((status) => statusOf(status, waits)),
    types: types.map((type) => ({ id: String(type.id), name: type.name, level: levelOf(type) })),
    resolutions: resolutions.map(({ id, name }) => {
      return { id: String(id), name, delivers: !undelivered(name) };
    }),
  };
}

/**
 * A status that the tracker no longer lists. It means what all statuses of its name mean; where these differ, or there are none,
 * nobody knows.
 */
export function goneStatus(id: string, name: string, known: readonly IssueStatus[]): IssueStatus {
  const [first, ...others] = known.filter((one) => same(one.name, name));
  const agreed = first !== undefined && others.every(({ category }) => category === first.category);
  return { id, name, category: agreed ? first.category : null, waiting: agreed && first.waiting };
}

function statusOf({ id, name, statusCategory }: JiraStatus, waits: (name: string) => boolean): IssueStatus {
  const category = categoryOf(statusCategory?.key);
  return { id: String(id), name, category, waiting: category === 'indeterminate' && waits(name) };
}

function categoryOf(key: string | undefined): StatusCategory | null {
  return key === 'new' || key === 'indeterminate' || key === 'done' ? key : null;
}

function levelOf({ name, subtask, hierarchyLevel }: JiraIssueType): IssueLevel {
  if (subtask === true || (hierarchyLevel ?? 0) < 0) return 'sub-task';
  // A Data Center tells no levels; there an epic is called so.
  const epic = hierarchyLevel === undefined ? same(name, 'Epic') : hierarchyLevel > 0;
  return epic ? 'epic' : 'standard';
}

/** Whether a name is among those configured, else whether it says so itself. */
function among(names: readonly string[] | undefined, says: RegExp): (name: string) => boolean {
  if (names === undefined) return (name) => says.test(name.replaceAll('’', "'"));
  return (name) => names.some((one) => same(one, name));
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
