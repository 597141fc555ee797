import { useState } from 'react';
import { type RolloutEdits, rolloutsFile } from '../../api/rollouts.ts';
import { FileField } from '../../ui/file-field.tsx';
import styles from './settings-page.module.css';

type RolloutFilesProps = { mayEdit: boolean; edits: RolloutEdits; say: (sentence: string) => void };

/** All rollouts as a file, out and in: for many teams a spreadsheet is quicker. */
export function RolloutFiles({ mayEdit, edits, say }: RolloutFilesProps) {
  const [faults, setFaults] = useState<readonly string[]>([]);
  const take = async (text: string) => {
    setFaults([]);
    try {
      say(await edits.takeFile(text));
    } catch (error) {
      setFaults((error instanceof Error ? error.message : String(error)).split('\n'));
    }
  };
  return (
    <div className={styles.files} data-part="files">
      <h3 className={styles.sub}>As a file</h3>
      <p className={styles.quiet}>
        One line a team: <code>rollout,tool,kind,team,start</code>. An empty start is “not planned”. A file is
        taken whole or not at all; rollouts that it does not name stay as they are.
      </p>
      <div className={styles.ways}>
        <a href={rolloutsFile} download>
          Download the rollouts (CSV)
        </a>
        {mayEdit && <FileField take={take} />}
      </div>
      {faults.length > 0 && (
        <ul className={styles.faults} role="alert">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
