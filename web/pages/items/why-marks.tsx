import type { WhyMarks } from '../../../server/contract/index.ts';
import { toolName } from '../../../server/words/tool.ts';
import styles from './why-marks.module.css';

const places: Record<WhyMarks['evidence'][number]['where'], string> = {
  account: 'Account that opened it',
  author: 'Author of a commit',
  body: 'Description',
  branch: 'Branch',
  label: 'Label',
  message: 'Message of a commit',
  note: 'Note of git-ai',
  reviewer: 'Reviewer',
  title: 'Title',
};

const roles: Record<WhyMarks['evidence'][number]['role'], string> = {
  authored: 'wrote it',
  assisted: 'helped',
  suggestion: 'suggested',
  reviewed: 'reviewed',
};

/** How AI took part, with every mark that says so as it was found; names and addresses of people are masked. */
export function Marks({ ai }: { ai: WhyMarks }) {
  return (
    <div className={styles.marks}>
      <h3 className={styles.title}>How AI took part</h3>
      <p>{ai.sentence}</p>
      {ai.evidence.length > 0 && (
        <ul className={styles.list}>
          {ai.evidence.map((mark) => (
            <li key={`${mark.commit} ${mark.where} ${mark.signal} ${mark.tool}`}>
              <code className={styles.text}>{mark.text}</code>
              <span className={styles.place}>
                {places[mark.where]}
                {mark.commit !== null && ` ${mark.commit}`}: {toolName(mark.tool)} {roles[mark.role]},{' '}
                {mark.strength}
                {mark.strength === 'weak' && ' and decides nothing alone'} ({mark.signal})
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.place}>Told by version {ai.rulesVersion} of the rules for marks of AI.</p>
    </div>
  );
}
