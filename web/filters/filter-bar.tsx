import type { ReactNode } from 'react';
import type { Choices, View } from '../../server/contract/index.ts';
import { viewDefaults } from '../../server/contract/view.ts';
import { mayBeBeside, mayBeWithin } from './answerable.ts';
import styles from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import {
  type Chip,
  chipsOf,
  type RepositoryChoice,
  repositoryOptions,
  statLabels,
  windowOptions,
} from './labels.ts';
import { choices as known, type Question, type Show } from './question.ts';
import { Select } from './select.tsx';
import { TeamFilter } from './team-filter.tsx';
import { useEscape } from './use-escape.ts';

type FilterBarProps = {
  question: Question;
  ask: (question: Question) => void;
  clear: () => void;
  repositories: readonly RepositoryChoice[];
  choices: Choices;
  /** What stands at the end of the bar, such as "Copy link". */
  children: ReactNode;
};

const all = '';
const windows = known.window.map((value) => ({ value, label: windowOptions[value] }));
const stats = known.stat.map((value) => ({ value, label: statLabels[value] }));
const showLabels: Record<Show, string> = { chart: 'Chart', table: 'Table' };

export function FilterBar({ question, ask, clear, repositories, choices, children }: FilterBarProps) {
  const { view, show } = question;
  const { repo, team = [] } = view;
  const narrow = (change: View) => ask({ view: { ...view, ...change }, show });
  const without = ({ filter, value }: Pick<Chip, 'filter' | 'value'>) => {
    if (filter === 'team') return narrow({ team: team.filter((id) => id !== value) });
    const { [filter]: _, ...rest } = view;
    ask({ view: rest, show });
  };
  useEscape(clear);
  const chips = chipsOf(view, repositories, choices.teams);
  const listed = repositoryOptions(repositories, (id) => id === repo || mayBeBeside(id, team, choices));
  const mayBeAsked = (id: string) =>
    mayBeWithin(id, repo, choices) && (repo === undefined || team.length === 0);

  return (
    <search className={styles.bar} aria-label="Filters">
      <div className={styles.row}>
        <div className={styles.fields} data-fields={choices.teams.length > 0 ? 4 : 3}>
          <Select
            label="Repository"
            value={repo ?? all}
            options={[{ value: all, label: 'All repositories' }, ...listed]}
            choose={(chosen) => (chosen === all ? without({ filter: 'repo' }) : narrow({ repo: chosen }))}
          />
          {choices.teams.length > 0 && (
            <TeamFilter
              chosen={team}
              choices={choices}
              mayBeAsked={mayBeAsked}
              choose={(teams) => narrow({ team: [...teams] })}
            />
          )}
          <Select
            label="Window"
            value={view.window ?? viewDefaults.window}
            options={windows}
            choose={(window) => narrow({ window })}
          />
          <Select
            label="Statistic"
            value={view.stat ?? viewDefaults.stat}
            options={stats}
            choose={(stat) => narrow({ stat })}
          />
        </div>
        <div className={styles.actions}>
          <fieldset className={styles.switch}>
            <legend className="heard">Show figures as</legend>
            {known.show.map((value) => (
              <label key={value} className={styles.side}>
                <input
                  type="radio"
                  name="show"
                  value={value}
                  checked={show === value}
                  onChange={() => ask({ view, show: value })}
                />
                <span>{showLabels[value]}</span>
              </label>
            ))}
          </fieldset>
          {children}
        </div>
        {chips.length > 0 && <FilterChips chips={chips} remove={without} clear={clear} />}
      </div>
    </search>
  );
}
