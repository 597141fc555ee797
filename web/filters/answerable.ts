import type { Choices, View } from '../../server/contract/index.ts';
import type { RepositoryChoice } from './labels.ts';
import type { ReadQuestion } from './question.ts';

/** A question that the server answers, and why it is not the one that was asked. */
export type Answerable = ReadQuestion & {
  /** Sentences about groups that are shown only as part of others. */
  folded: readonly string[];
};

/** Where nobody has told which groups there are: no teams, and every repository. */
export const noChoices: Choices = { teams: [], repositories: [], marks: [], placing: '' };

/** Falls back to all repositories and teams where those asked for are not there, or are too small to be shown by themselves. */
export function answerable(
  question: ReadQuestion,
  repositories: readonly RepositoryChoice[],
  choices: Choices,
): Answerable {
  const { repo, team = [], ...others } = question.view;
  const unknown = [...question.unknown];
  const folded: string[] = [];

  const repository = repositories.find(({ id }) => id === repo);
  const whyNot = choices.repositories.find(({ id }) => id === repo)?.folded ?? null;
  if (repo !== undefined && repository === undefined) unknown.push(`repo=${repo}`);
  if (repository !== undefined && whyNot !== null) folded.push(`${repository.name}. ${whyNot}.`);
  const keptRepository = repository !== undefined && whyNot === null ? { repo: repository.id } : {};

  const teams = team.filter((id) => {
    const known = choices.teams.find((one) => one.id === id);
    if (known === undefined) unknown.push(`team=${id}`);
    else if (known.folded !== null) folded.push(`${known.name}. ${known.folded}.`);
    return known?.folded === null;
  });
  const kept = together(keptRepository.repo, teams, choices);
  if (kept.length < teams.length) {
    folded.push('Teams within one repository: one at a time, and only where enough people of it work there.');
  }
  const rest = withoutFolded(withoutUnknownRollout(others, choices, unknown), choices, folded, unknown);
  const view: View = { ...keptRepository, ...(kept.length > 0 && { team: kept }), ...rest };
  return { ...question, view, unknown, folded };
}

function withoutUnknownRollout(view: View, { rollouts }: Choices, unknown: string[]): View {
  const { rollout, ...rest } = view;
  if (rollouts === undefined || rollout === undefined || rollouts.some(({ id }) => id === rollout))
    return view;
  unknown.push(`rollout=${rollout}`);
  return rest;
}

/** Without a filter by AI involvement that may not be asked for, or a tool that has left no mark; says so. */
function withoutFolded(view: View, { marks }: Choices, folded: string[], unknown: string[]): View {
  const { ai, tool, ...rest } = view;
  if (marks.length === 0) return view;
  const isKnown = tool === undefined || marks.some((one) => one.tool === tool);
  if (!isKnown) unknown.push(`tool=${tool}`);
  const why = marks.find(
    (one) => one.folded !== null && (one.tool === tool || ai?.join() === one.ai),
  )?.folded;
  if (typeof why === 'string') folded.push(`${why}.`);
  if (typeof why === 'string') return rest;
  return { ...(ai !== undefined && { ai }), ...(isKnown && tool !== undefined && { tool }), ...rest };
}

/** Those of some teams that may be asked for within a repository: one at most. */
function together(repo: string | undefined, teams: readonly string[], choices: Choices): string[] {
  if (repo === undefined) return [...teams];
  const [only, ...others] = teams;
  return only !== undefined && others.length === 0 && mayBeWithin(only, repo, choices) ? [only] : [];
}

/** Whether a team may be asked for within a repository; without one: by itself. */
export function mayBeWithin(team: string, repo: string | undefined, { teams }: Choices): boolean {
  const known = teams.find(({ id }) => id === team);
  return known?.folded === null && (repo === undefined || known.within.includes(repo));
}

/** Whether a repository may be asked for beside the teams that are. */
export function mayBeBeside(repo: string, teams: readonly string[], choices: Choices): boolean {
  if (choices.repositories.some(({ id, folded }) => id === repo && folded !== null)) return false;
  const [only, ...others] = teams;
  return only === undefined || (others.length === 0 && mayBeWithin(only, repo, choices));
}
