import { DAY, type Instant } from '../../model/instant.ts';
import type { Issue, IssueChange } from '../../model/issue.ts';
import type { ProjectStep } from '../../model/rows.ts';
import { boardOf, type Ticket } from './board.ts';
import { bugOrigins } from './bug-origins.ts';
import { chance, cycled, purpose, unitOf } from './chance.ts';
import { type Organisation, teamAt } from './organisation.ts';
import { STATUS, storyOf } from './ticket-story.ts';
import { projectOf, TRACKER, TYPE } from './tracker.ts';
import { whatItIs } from './words.ts';

const BATCH = 500;
const TYPES = [TYPE.story, TYPE.story, TYPE.task, TYPE.bug];
const POINTS = [1, 2, 3, 5, 8];
const ESTIMATED = 0.6;
/** A bug that somebody takes up and mends so soon after its report disturbed production. */
const AT_ONCE = DAY;
const SOON = 3 * DAY;

/** One team's whole tracker, in the order of its numbers; `cursor` ends it. */
export async function* ticketsOf(
  organisation: Organisation,
  team: number,
  cursor: string,
  signal: AbortSignal,
): AsyncGenerator<ProjectStep, void> {
  const { until } = organisation.demo;
  let issues: Issue[] = [];
  const bugs = bugOrigins(organisation);
  for (const ticket of boardOf(organisation, team).tickets) {
    const told = toldUntil(organisation, ticket, until);
    if (told !== null) issues.push(bugs(ticket, told));
    if (issues.length < BATCH) continue;
    signal.throwIfAborted();
    yield { rows: { issues, towards: cursor } };
    issues = [];
  }
  yield { rows: { issues, towards: cursor } };
  yield { end: { cursor, coveredUntil: until, limits: [], present: null } };
}

/** What can be seen of a ticket at `until`; null: it is not there yet. */
function toldUntil(organisation: Organisation, ticket: Ticket, until: Instant): Issue | null {
  const { seed, number, person, team, course, openings } = ticket;
  const { createdAt, ...story } = storyOf(organisation, ticket);
  if (createdAt > until) return null;
  const { key, index } = teamAt(organisation, team);
  const before = (changes: readonly IssueChange[]) => changes.filter(({ at }) => at <= until);
  const [statusChanges, resolutionChanges] = [before(story.statusChanges), before(story.resolutionChanges)];
  const { login, email, name } = person;
  const draws = chance(seed, purpose.words);
  const typeId = course === 'epic' ? TYPE.epic : course === 'sub-task' ? TYPE.subTask : cycled(TYPES, seed);
  const first = (status: string) =>
    statusChanges.find(({ to }) => to === status)?.at ?? Number.POSITIVE_INFINITY;
  const urgent = first(STATUS.inProgress) - createdAt < AT_ONCE && first(STATUS.done) - createdAt < SOON;
  const disturbs = typeId === TYPE.bug && openings.length > 0 && urgent;
  return {
    id: `${TRACKER}:${(index + 1) * 1_000_000 + number}`,
    projectId: projectOf(teamAt(organisation, team)).id,
    key: `${key}-${number}`,
    formerKeys: [],
    // The first pull request of a ticket bears its title.
    title: whatItIs(openings[0] === undefined ? draws : chance(openings[0].seed, purpose.words)),
    typeId,
    statusId: statusChanges.at(-1)?.to ?? STATUS.toDo,
    resolutionId: resolutionChanges.at(-1)?.to ?? null,
    assignee: { id: login, email, name },
    labels: disturbs ? ['incident'] : [],
    parentId: null,
    sprints: [],
    storyPoints: unitOf(seed, purpose.ticket, 2) < ESTIMATED ? cycled(POINTS, seed) : null,
    links: [],
    createdAt,
    updatedAt: Math.max(createdAt, ...[...statusChanges, ...resolutionChanges].map(({ at }) => at)),
    statusChanges,
    resolutionChanges,
    assigneeChanges: [{ at: createdAt, from: null, to: login }],
  };
}
