import styles from './filter-bar.module.css';

type SelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  choose: (value: Value) => void;
};

/** One native list of choices in the filter bar, named by its label. */
export function Select<Value extends string>({ label, value, options, choose }: SelectProps<Value>) {
  return (
    <label className={styles.field}>
      <span className={styles.fieldName}>{label}</span>
      <select
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) choose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
