import type { Said } from '../../../server/contract/index.ts';
import { whole } from '../../../server/words/whole.ts';
import { WholeText } from '../../ui/whole-text.tsx';
import styles from './verdict-page.module.css';

/** What is said of a rollout, with its cost and all that goes with it. Colour only where it is better or worse. */
export function SaidText({ said, id }: { said: Said; id: string }) {
  const { sentence, under, tone, cost, remark, look, row } = said;
  return (
    <div className={styles.said} data-row={row} data-tone={tone ?? 'none'}>
      <h2 id={id} className={styles.sentence}>
        <WholeText text={sentence} />
      </h2>
      {cost !== null && (
        <p className={styles.cost} data-part="cost">
          {whole(cost)}
        </p>
      )}
      {remark !== null && <p data-part="remark">{whole(remark)}</p>}
      {under !== '' && (
        <p className={styles.under} data-part="under">
          {whole(under)}
        </p>
      )}
      {look !== '' && (
        <p className={styles.look} data-part="look">
          {look}
        </p>
      )}
    </div>
  );
}
