import styles from './command.module.css';
import { CopyButton } from './copy-button.tsx';
import { Typed } from './typed.tsx';

/** A command to type, or to copy. */
export function Command({ line }: { line: string }) {
  return (
    <div className={styles.command}>
      <Typed line={line} />
      <CopyButton label="Copy" text={() => line} />
    </div>
  );
}
