import { useId } from 'react';
import styles from './file-field.module.css';

/** A file of comma-separated values, taken as soon as it is chosen. */
export function FileField({ take }: { take: (text: string) => Promise<void> }) {
  const id = useId();
  const read = async (field: HTMLInputElement) => {
    const [file] = field.files ?? [];
    if (file === undefined) return;
    await take(await file.text());
    // So that the same file can be chosen again once it is put right.
    field.value = '';
  };
  return (
    <label htmlFor={id} className={styles.field}>
      Upload a file
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        onChange={({ currentTarget }) => void read(currentTarget)}
      />
    </label>
  );
}
