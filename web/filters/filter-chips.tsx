import type { Chip } from './chips.ts';
import styles from './filter-chips.module.css';

type FilterChipsProps = {
  chips: readonly Chip[];
  remove: (chip: Chip) => void;
  clear: () => void;
};

/** What is on beyond the defaults; each can be taken off, and Esc takes off all. */
export function FilterChips({ chips, remove, clear }: FilterChipsProps) {
  return (
    <ul className={styles.chips} aria-label="Filters that are on">
      {chips.map((chip) => (
        <li key={`${chip.filter} ${chip.value}`}>
          <button type="button" className={styles.chip} onClick={() => remove(chip)}>
            <span className="heard">Remove filter: </span>
            {chip.label}
            <svg className={styles.cross} viewBox="0 0 10 10" aria-hidden="true">
              <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" />
            </svg>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.clear} onClick={clear}>
          Clear all <kbd className={styles.key}>Esc</kbd>
        </button>
      </li>
    </ul>
  );
}
