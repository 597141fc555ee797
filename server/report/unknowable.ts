import type { Series } from '../contract/series.ts';
import type { Metric } from '../metrics/definition.ts';
import { inSentence } from '../words/in-sentence.ts';
import type { AskedRepositories } from './repositories.ts';

export type Unknowable = {
  why: Exclude<Series['unknowable'], null>;
  finding: string;
  whatToDo: string;
};

const NOT_SET_UP: Unknowable = {
  why: 'not-set-up',
  finding: 'Deployments are not set up',
  whatToDo:
    'Name what counts as deployed (deployments, releases or a workflow) with the key deployed: under the GitHub source in uptake.yaml, and import again.',
};

/** Nobody is in any team, or in those asked for, by a membership. */
export const NO_ROSTER: Unknowable = {
  why: 'no-roster',
  finding: 'Nobody is on a roster to divide by',
  whatToDo:
    'Say who is in which team: write a file with the columns team,login_or_email,from,to and run `uptake teams import FILE`, or read teams from GitHub.',
};

/** There is no issue to say anything about. */
export const NO_TRACKER: Unknowable = {
  why: 'no-tracker',
  finding: 'No issue tracker is connected',
  whatToDo:
    'Connect Jira: set JIRA_URL and JIRA_TOKEN (on Jira Cloud JIRA_EMAIL too) and run `uptake ingest jira`, or name it as a source in uptake.yaml.',
};

/** Bugs are issues, also where they are told of the pull requests that they are linked with. */
export function bugsUnknowable(
  { issues }: { issues: { freshness: readonly unknown[] } },
  { definition }: Pick<Metric, 'definition'>,
): Unknowable | null {
  return definition.id === 'bugs-linked' && issues.freshness.length === 0 ? NO_TRACKER : null;
}

/** Of an issue nobody knows which repository it is about. */
export const NOT_BY_REPOSITORY: Unknowable = {
  why: 'not-by-repository',
  finding: 'Issues are not told apart by repository',
  whatToDo:
    'An issue belongs to a project and to whoever works on it. Ask for all repositories, or for a team.',
};

/** A team of which more may be known than of its issues. */
export function tooFewOnIssues(name: string, why: string): Unknowable {
  return {
    why: 'group-too-small',
    finding: `Too few people of ${name} have issues here to tell them apart`,
    whatToDo: `${why}. Ask for all teams, or for a longer window.`,
  };
}

/** Why nothing can be known of a measure here, however long one waits; null: it can be measured. */
export function unknowable(metric: Metric, { freshness }: AskedRepositories): Unknowable | null {
  const needs = metric.of === 'open' && metric.kind === 'count' ? 'openings' : (metric.needs ?? 'commits');
  if (needs === 'commits' || metric.definition.items === 'issues') return null;
  if (needs === 'deployments') {
    return freshness.every(({ deployedBy }) => deployedBy === null) ? NOT_SET_UP : null;
  }
  if (!freshness.every(({ source }) => source === 'git')) return null;
  const name = inSentence(metric.definition.name);
  return {
    why: 'in-clone',
    finding:
      freshness.length === 0
        ? `Nothing tells ${name}: no repository has been read`
        : `A clone cannot tell ${name}: it has no ${needs}`,
    whatToDo:
      'Add GitHub as a source in uptake.yaml and import: it knows openings, reviews and deployments. Nothing here is zero.',
  };
}
