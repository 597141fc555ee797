import type { ReactNode } from 'react';
import type { Choices, View } from '../../server/contract/index.ts';
import { chipsOf, withoutChip } from './chips.ts';
import styles from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import { FilterFields } from './filter-fields.tsx';
import type { RepositoryChoice } from './labels.ts';
import type { Question } from './question.ts';
import { ShowSwitch } from './show-switch.tsx';
import { useEscape } from './use-escape.ts';

/** What only some pages have a use for: a list of items has no percentile and no chart. */
export type OptionalControl = 'window' | 'repo' | 'marks' | 'stat' | 'by' | 'hours' | 'show';

/** What each of them asks for. Where a page has not the one, the other is not on. */
const stands: Record<OptionalControl, readonly (keyof View)[]> = {
  window: ['window', 'from', 'to', 'since'],
  repo: ['repo'],
  marks: ['ai', 'tool'],
  stat: ['stat'],
  by: ['by'],
  hours: ['hours'],
  show: [],
};

type FilterBarProps = {
  question: Question;
  ask: (question: Question) => void;
  clear: () => void;
  repositories: readonly RepositoryChoice[];
  choices: Choices;
  /** Controls that mean nothing on this page. Their filters stay in the address for the pages where they do. */
  without?: readonly OptionalControl[];
  /** What stands at the end of the bar: "Copy link", sharing. */
  actions?: ReactNode;
  children?: ReactNode;
};

export function FilterBar(props: FilterBarProps) {
  const { question, ask, clear, repositories, choices, without = [], actions, children } = props;
  const { view, show } = question;
  useEscape(clear);
  const chips = chipsOf(view, repositories, choices.teams, choices.rollouts).filter(
    ({ filter }) => !without.some((control) => stands[control].includes(filter)),
  );
  return (
    <search className={styles.bar} aria-label="Filters">
      <div className={styles.row}>
        <FilterFields
          view={view}
          narrow={(next) => ask({ view: next, show })}
          repositories={repositories}
          choices={choices}
          without={without}
        />
        {chips.length > 0 && (
          <FilterChips
            chips={chips}
            remove={(chip) => ask({ view: withoutChip(view, chip), show })}
            clear={clear}
          />
        )}
        <div className={styles.actions}>
          {!without.includes('show') && (
            <ShowSwitch show={show} choose={(next) => ask({ view, show: next })} />
          )}
          {children}
          {actions}
        </div>
      </div>
    </search>
  );
}
