import type { ReactNode } from 'react';
import type { View } from '../../server/contract/index.ts';
import { viewDefaults } from '../../server/contract/view.ts';
import styles from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import { chipsOf, type RepositoryChoice, repositoryOptions, statLabels, windowOptions } from './labels.ts';
import { choices, type Question, type Show } from './question.ts';
import { Select } from './select.tsx';
import { useEscape } from './use-escape.ts';

type FilterBarProps = {
  question: Question;
  ask: (question: Question) => void;
  clear: () => void;
  repositories: readonly RepositoryChoice[];
  /** What stands at the end of the bar, such as "Copy link". */
  children: ReactNode;
};

const all = '';
const windows = choices.window.map((value) => ({ value, label: windowOptions[value] }));
const stats = choices.stat.map((value) => ({ value, label: statLabels[value] }));
const showLabels: Record<Show, string> = { chart: 'Chart', table: 'Table' };

export function FilterBar({ question, ask, clear, repositories, children }: FilterBarProps) {
  const { view, show } = question;
  const narrow = (change: View) => ask({ view: { ...view, ...change }, show });
  const without = (filter: keyof View) => {
    const { [filter]: _, ...rest } = view;
    ask({ view: rest, show });
  };
  useEscape(clear);
  const chips = chipsOf(view, repositories);
  const choice = [{ value: all, label: 'All repositories' }, ...repositoryOptions(repositories)];

  return (
    <search className={styles.bar} aria-label="Filters">
      <div className={styles.row}>
        <div className={styles.fields}>
          <Select
            label="Repository"
            value={view.repo ?? all}
            options={choice}
            choose={(repo) => (repo === all ? without('repo') : narrow({ repo }))}
          />
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
            {choices.show.map((value) => (
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
