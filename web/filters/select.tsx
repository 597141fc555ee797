import styles from './filter-bar.module.css';

type Option<Value> = {
  readonly value: Value;
  readonly label: string;
  /** The heading that it stands under; those of one heading follow one another. */
  readonly group?: string;
  /** Listed, but not to be chosen. */
  readonly disabled?: boolean;
};

type SelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
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
          const chosen = options.find(({ value }) => value === event.currentTarget.value);
          if (chosen) choose(chosen.value);
        }}
      >
        {[...Map.groupBy(options, ({ group }) => group)].map(([group, members]) =>
          group === undefined ? (
            <Options key="" options={members} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={members} />
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

function Options<Value extends string>({ options }: { options: readonly Option<Value>[] }) {
  return options.map(({ value, label, disabled }) => (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  ));
}
