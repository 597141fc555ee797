import styles from './command.module.css';
import { CopyButton } from './copy-button.tsx';

/** A command to type, or to copy. */
export function Command({ line }: { line: string }) {
  return (
    <div className={styles.command}>
      <code>{line}</code>
      <CopyButton label="Copy" text={() => line} />
    </div>
  );
}
