import { useId, useState } from 'react';
import type { Choices, View } from '../../server/contract/index.ts';
import { viewDefaults } from '../../server/contract/view.ts';
import { mayBeBeside, mayBeWithin } from './answerable.ts';
import styles from './filter-bar.module.css';
import type { OptionalControl } from './filter-bar.tsx';
import { byOptions, hoursOptions, type RepositoryChoice, repositoryOptions, statLabels } from './labels.ts';
import { MarkFilter } from './mark-filter.tsx';
import { OwnWindow } from './own-window.tsx';
import { choices as known } from './question.ts';
import { RolloutFilter } from './rollout-filter.tsx';
import { Select } from './select.tsx';
import { TeamFilter } from './team-filter.tsx';
import { WindowFilter } from './window-filter.tsx';

type FilterFieldsProps = {
  view: View;
  narrow: (view: View) => void;
  repositories: readonly RepositoryChoice[];
  choices: Choices;
  without: readonly OptionalControl[];
};

/** Two controls at most do not stretch over the whole page. */
const few = { flex: '0 1 30rem' };
/** One alone has the whole row of a phone. */
const one = { ...few, gridTemplateColumns: 'minmax(0, 1fr)' };

const all = '';
const listed = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, label: labels[value] }));
const stats = listed(known.stat, statLabels);
const weeks = listed(known.by, byOptions);
const hours = listed(known.hours, hoursOptions);

/** The controls in a strip; where it is narrow, the first two of them, and the rest on request. */
export function FilterFields({ view, narrow, repositories, choices, without }: FilterFieldsProps) {
  const rest = useId();
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const { repo, team = [], ...others } = view;
  const change = (part: View) => narrow({ ...view, ...part });
  const hasTeams = choices.teams.length > 0;
  const own = view.from !== undefined || view.to !== undefined;

  const repository = (
    <Select
      label="Repository"
      value={repo ?? all}
      options={[
        { value: all, label: 'All repositories' },
        ...repositoryOptions(repositories, (id) => id === repo || mayBeBeside(id, team, choices)),
      ]}
      choose={(chosen) =>
        chosen === all ? narrow({ ...others, ...(team.length > 0 && { team }) }) : change({ repo: chosen })
      }
    />
  );
  const hasMarks = !without.includes('marks') && choices.marks.some(({ tool }) => tool !== null);
  const hasRepository = !without.includes('repo');
  const rollouts = choices.rollouts ?? [];
  // The one control of a page that is about a rollout is not hidden on a phone.
  const rolloutFirst = without.includes('window');
  const hasRest =
    (hasTeams && hasRepository) ||
    hasMarks ||
    (rollouts.length > 1 && !rolloutFirst) ||
    (['stat', 'by', 'hours'] as const).some((control) => !without.includes(control));
  const restOn = [
    hasTeams && repo,
    view.stat,
    view.by,
    view.hours,
    view.ai ?? view.tool,
    view.rollout,
  ].filter(Boolean).length;
  const hasOne = hasTeams || hasRepository || !rolloutFirst || rollouts.length > 1 || hasRest;
  if (!hasOne) return null;
  const isOne = !hasRest && rolloutFirst && rollouts.length < 2;
  return (
    <>
      <div className={styles.fields} data-open={open} style={hasRest ? {} : isOne ? one : few}>
        {hasTeams ? (
          <TeamFilter
            chosen={team}
            choices={choices}
            mayBeAsked={(id) => mayBeWithin(id, repo, choices) && (repo === undefined || team.length === 0)}
            choose={(teams) => change({ team: [...teams] })}
          />
        ) : (
          hasRepository && repository
        )}
        {!without.includes('window') && (
          <WindowFilter view={view} own={own || choosing} narrow={narrow} choosing={setChoosing} />
        )}
        {rolloutFirst && <RolloutFilter view={view} rollouts={rollouts} narrow={narrow} />}
        {hasRest && (
          <button
            type="button"
            className={styles.opener}
            aria-expanded={open}
            aria-controls={rest}
            onClick={() => setOpen(!open)}
          >
            {restOn > 0 ? `Filters (${restOn})` : 'Filters'}
          </button>
        )}
        <div id={rest} className={styles.rest}>
          {hasTeams && hasRepository && repository}
          {!rolloutFirst && <RolloutFilter view={view} rollouts={rollouts} narrow={narrow} />}
          {hasMarks && <MarkFilter view={view} choices={choices} narrow={narrow} />}
          {!without.includes('stat') && (
            <Select
              label="Statistic"
              value={view.stat ?? viewDefaults.stat}
              options={stats}
              choose={(stat) => change({ stat })}
            />
          )}
          {!without.includes('by') && (
            <Select
              label="By week of"
              value={view.by ?? viewDefaults.by}
              options={weeks}
              choose={(by) => change({ by })}
            />
          )}
          {!without.includes('hours') && (
            <Select
              label="Hours"
              value={view.hours ?? viewDefaults.hours}
              options={hours}
              choose={(chosen) => change({ hours: chosen })}
            />
          )}
        </div>
      </div>
      {(own || choosing) && !without.includes('window') && (
        <OwnWindow
          key={`${view.from} ${view.to}`}
          view={view}
          fresh={choosing}
          narrow={narrow}
          close={() => setChoosing(false)}
        />
      )}
    </>
  );
}
