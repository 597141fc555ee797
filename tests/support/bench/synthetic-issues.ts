import { DAY, HOUR, type Instant, MINUTE } from '../../../server/model/instant.ts';
import type { Issue, IssueChange, IssueProject } from '../../../server/model/issue.ts';
import { issue, project, TRACKER, vocabulary } from '../issues.ts';
import { seededRandom } from '../random-history.ts';
import { END } from './synthetic-facts.ts';

/** Changes of status that each issue has. */
export const CHANGES = 6;
/** Of this many issues one is named by a pull request. */
export const LINKED = 5;

const YEARS = 2 * 365 * DAY;
/** Begun, handed to review, sent back, reviewed again, blocked for a while, done. */
const WAY = ['3', '4', '3', '4', '3', '5'];
const PEOPLE_PER_ISSUE = 1 / 250;

export const syntheticVocabulary = vocabulary;

export function projectsOf(issues: number): number {
  return Math.min(200, Math.max(4, Math.round(issues / 2500)));
}

/** So many have issues. */
export function peopleOf(issues: number): number {
  return Math.ceil(issues * PEOPLE_PER_ISSUE);
}

export function accountOf(person: number): string {
  return `account-${person}`;
}

export function syntheticProject(place: number): IssueProject {
  return { ...project, id: `${TRACKER}/${10_000 + place}`, key: `P${place}`, name: `Project ${place}` };
}

/** The issue with a number, of so many; the same whenever it is asked for. */
export function syntheticIssue(index: number, issues: number): Issue {
  const random = seededRandom(index + 1);
  const place = index % projectsOf(issues);
  const createdAt = END - YEARS + Math.floor(random() * YEARS);
  const assignee = accountOf(Math.floor(random() * peopleOf(issues)));
  const statusChanges = changesFrom(createdAt, random);
  const updatedAt = statusChanges.at(-1)?.at ?? createdAt;
  return issue(index, {
    projectId: syntheticProject(place).id,
    key: keyOf(index, issues),
    assignee: { id: assignee, email: `${assignee}@example.com`, name: assignee },
    resolutionId: random() < 0.08 ? '9' : '10',
    typeId: random() < 0.05 ? '101' : '100',
    ...{ createdAt, updatedAt, statusChanges },
    resolutionChanges: [{ at: updatedAt, from: null, to: '10' }],
    assigneeChanges: [{ at: createdAt + HOUR, from: null, to: assignee }],
  });
}

export function keyOf(index: number, issues: number): string {
  const projects = projectsOf(issues);
  return `${syntheticProject(index % projects).key}-${Math.floor(index / projects) + 1}`;
}

function changesFrom(createdAt: Instant, random: () => number): IssueChange[] {
  let [at, from] = [createdAt, '1'];
  return WAY.slice(0, CHANGES).map((to) => {
    at += Math.round((5 * MINUTE + random() ** 4 * 20 * DAY) / 1000) * 1000;
    const change = { at, from, to };
    from = to;
    return change;
  });
}
