import styles from './filter-bar.module.css';
import { choices, type Show } from './question.ts';

const labels: Record<Show, string> = { chart: 'Chart', table: 'Table' };

/** All figures of the page as charts or as tables. */
export function ShowSwitch({ show, choose }: { show: Show; choose: (show: Show) => void }) {
  return (
    <fieldset className={styles.switch}>
      <legend className="heard">Show figures as</legend>
      {choices.show.map((value) => (
        <label key={value} className={styles.side}>
          <input
            type="radio"
            name="show"
            value={value}
            checked={show === value}
            onChange={() => choose(value)}
          />
          <span>{labels[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}
