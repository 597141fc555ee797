import type { ChoicesAnswer, MarkChoice, TeamChoice, TeamsView } from '../contract/teams.ts';
import { toolsOf } from './asked-marks.ts';
import { envelope } from './envelope.ts';
import { groupsOf } from './group-privacy.ts';
import type { Held } from './live.ts';
import { mayBeParted } from './marked-groups.ts';
import { resolvedWindow } from './own-window.ts';
import { placingOf, placingSentence } from './placing.ts';
import { foldedBecause } from './refusal.ts';
import { type AskedRepositories, askedRepositories } from './repositories.ts';
import { mainSide } from './side.ts';
import { FEW_MARKS } from './small-marks.ts';
import { type AskedWindow, spanOf } from './span.ts';

/** Which teams and repositories may be asked for over a window. Throws QuestionError on a window that makes no sense. */
export function choicesAnswer(held: Held, view: TeamsView): ChoicesAnswer {
  const side = mainSide(held);
  const asked = askedRepositories(side, null);
  const window = resolvedWindow(side, asked, view);
  const { teams, repositories, within, people } = groupsOf(side, window);
  const judged = (id: string, size = 0, mayBeAsked: boolean) => ({
    id,
    people: sizeClass(size),
    folded: foldedBecause(size, mayBeAsked),
  });
  return envelope(held, window, asked.dataUntil, [], {
    teams: [...held.teamNames]
      .map(([id, name]) => ({
        ...judged(id, people.teams.get(id), teams.has(id)),
        name,
        // No issue belongs to a repository.
        within: side === held ? [...(within.get(id) ?? [])].sort() : [],
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true })),
    repositories: held.freshness.map(({ repositoryId: id }) =>
      judged(id, people.repositories.get(id), repositories.has(id)),
    ),
    marks: side === held ? markChoices(held, window) : [],
    rollouts: held.rollouts.map(({ id, name }) => ({ id, name })),
    placing:
      held.teamNames.size === 0 ? '' : placing(side, asked, window, side === held ? undefined : 'issue'),
  });
}

/** Whatever has been seen in any work, AI-marked first. */
function markChoices(held: Held, window: AskedWindow): MarkChoice[] {
  const { values } = held.snapshot.toolSets;
  const filters = [
    ...AiFilters.map((ai) => ({ ai, tool: null })),
    ...(values.length === 0 ? [] : toolsOf(held)).map((tool) => ({ ai: null, tool })),
  ];
  return filters.map(({ ai, tool }) => {
    const may = mayBeParted(held, window, { ai: ai === null ? [] : [ai], tool });
    return { ai, tool, folded: may ? null : FEW_MARKS };
  });
}

const AiFilters = ['marked', 'unmarked', 'agent', 'assisted', 'suggestion', 'reviewed', 'none'] as const;

function placing(held: Held, asked: AskedRepositories, window: AskedWindow, noun?: string): string {
  const span = spanOf(held, asked, window);
  if (span === null) return '';
  const { table: repositories, deploying } = asked;
  const weeks = { from: span.from, to: span.end - 1 };
  return placingSentence(
    placingOf(held.snapshot, { repositories, deploying, teams: null, ...weeks, by: 'merge' }),
    noun,
  );
}

function sizeClass(people: number): TeamChoice['people'] {
  if (people === 0) return 'none';
  if (people < 5) return 'under 5';
  if (people < 10) return '5 to 9';
  if (people < 20) return '10 to 19';
  return people < 50 ? '20 to 49' : '50 or more';
}
