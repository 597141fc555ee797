import { Link } from 'wouter';
import type { VerdictNumber } from '../../../server/contract/index.ts';
import { whole } from '../../../server/words/whole.ts';
import { Sparkline } from '../../charts/sparkline.tsx';
import styles from './number-card.module.css';

/** One of the four numbers, with what it was before and a small line. */
export function NumberCard({ number, href }: { number: VerdictNumber; href: string }) {
  const { name, what, now, before, change, standing, word, line, startsAt, description, counts } = number;
  return (
    <li className={styles.card} data-standing={standing} data-number={number.key}>
      <h3 className={styles.name}>
        <Link href={href}>{name}</Link>
      </h3>
      <p className={styles.what}>{what}</p>
      <p className={styles.now}>
        {now ?? '–'} {before !== null && <span className={styles.before}>{before}</span>}
      </p>
      <Sparkline line={line} startsAt={startsAt} description={description} />
      <p className={styles.change}>{whole(change)}</p>
      <p className={styles.word}>
        <span aria-hidden="true">{SIGNS[standing]}</span> {word}
      </p>
      <p className={styles.counts}>{counts}</p>
    </li>
  );
}

const SIGNS = { better: '▲', worse: '▼', none: '●', cannot: '○' } as const;
