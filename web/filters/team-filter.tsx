import { useId } from 'react';
import type { Choices } from '../../server/contract/index.ts';
import { count } from '../../server/words/number.ts';
import bar from './filter-bar.module.css';
import styles from './team-filter.module.css';

type TeamFilterProps = {
  chosen: readonly string[];
  choices: Choices;
  /** Whether a team may be asked for with the other filters that are on. */
  mayBeAsked: (team: string) => boolean;
  choose: (teams: readonly string[]) => void;
};

/** One team or several, by checkboxes behind a button that looks like the lists beside it. */
export function TeamFilter({ chosen, choices, mayBeAsked, choose }: TeamFilterProps) {
  const id = useId();
  const { teams, placing } = choices;
  const folded = teams.filter((team) => team.folded !== null);
  const names = teams.filter((team) => chosen.includes(team.id)).map(({ name }) => name);
  const value = names.length > 1 ? count(names.length, 'team') : (names[0] ?? 'All teams');
  return (
    <div className={bar.field}>
      <button type="button" className={`${bar.select} ${styles.opener}`} popoverTarget={id}>
        <span className={bar.fieldName}>Team</span> <span className={styles.value}>{value}</span>
      </button>
      <div id={id} popover="auto" className={styles.list}>
        <fieldset className={styles.teams}>
          <legend className={styles.legend}>Teams, together or one by one</legend>
          {teams
            .filter((team) => team.folded === null)
            .map((team) => (
              <label key={team.id} className={styles.team}>
                <input
                  type="checkbox"
                  checked={chosen.includes(team.id)}
                  disabled={!chosen.includes(team.id) && !mayBeAsked(team.id)}
                  onChange={({ currentTarget: { checked } }) =>
                    choose(checked ? [...chosen, team.id] : chosen.filter((one) => one !== team.id))
                  }
                />
                {team.name}
              </label>
            ))}
        </fieldset>
        {folded.length > 0 && (
          <div className={styles.folded}>
            <p>Only as part of others, so that no figure tells of fewer than five people:</p>
            <p>{folded.map(({ name }) => name).join(', ')}</p>
          </div>
        )}
        {placing !== '' && <p className={styles.folded}>{placing}</p>}
      </div>
    </div>
  );
}
