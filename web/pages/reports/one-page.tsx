import { useId, useRef, useState } from 'react';
import type { Reports } from '../../../server/contract/index.ts';
import { whole } from '../../../server/words/whole.ts';
import { Sparkline } from '../../charts/sparkline.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { savePicture } from '../../ui/figure-ways.ts';
import { WithCommand } from '../../ui/with-command.tsx';
import styles from './one-page.module.css';

type OnePageProps = { reports: Reports; demo: boolean; teams: string };

/** A champion's report: what there is to say on one page, to be printed, forwarded, or put on a slide. */
export function OnePage({ reports, demo, teams }: OnePageProps) {
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const [said, say] = useState('');
  const { verdict, dataLine, channels } = reports;
  const { said: told, rollout, numbers, next, grade, countsSentence } = verdict;
  const about = [rollout?.name ?? 'No rollout stated', teams].join(' · ');
  const basis = [
    grade === null ? '' : `Evidence grade ${grade.letter} of A to D: ${grade.means}.`,
    countsSentence,
  ];
  const save = () =>
    savePicture(
      {
        ...{ name: 'uptake-report', finding: told.sentence, asked: about, n: null, demo },
        ...{ coverage: basis.filter(Boolean).join(' '), dataLine: dataLine ?? '' },
      },
      drawing.current,
    ).then(say, (error: unknown) => say(error instanceof Error ? error.message : String(error)));
  const markdown = channels.find(({ channel }) => channel === 'GitHub issue')?.text ?? '';
  return (
    <section className={styles.report} aria-labelledby={id} data-part="one-page">
      <div className={styles.head}>
        <h2 id={id} className={styles.heading}>
          One page to hand on
        </h2>
        <div className={styles.ways}>
          <Button press={() => print()}>Print</Button>
          <Button press={() => void save()}>Save as PNG</Button>
          <CopyButton label="Copy as Markdown" text={() => `${markdown}\n\n${location.href}`} />
        </div>
      </div>
      <p className={styles.done} role="status">
        {said}
      </p>
      <article className={styles.sheet} aria-label={told.sentence}>
        <p className={styles.about}>{about}</p>
        {demo && <p className={styles.demo}>Demo data: this organisation does not exist</p>}
        <p className={styles.sentence}>{told.sentence}</p>
        <div ref={drawing} className={styles.drawing}>
          {told.cost !== null && <p className={styles.cost}>{whole(told.cost)}</p>}
          {told.remark !== null && <p>{whole(told.remark)}</p>}
          {told.under !== '' && <p className={styles.quiet}>{whole(told.under)}</p>}
          {told.look !== '' && <p className={styles.quiet}>{told.look}</p>}
          {numbers.length > 0 && (
            <ul className={styles.numbers}>
              {numbers.map(({ key, name, what, now, before, change, word, line, startsAt, description }) => (
                <li key={key} className={styles.number}>
                  <p>
                    <strong>{name}</strong> <span className={styles.quiet}>{what}</span>
                  </p>
                  <p className={styles.now}>
                    {now ?? '–'} {before !== null && <span className={styles.before}>{before}</span>}
                  </p>
                  <Sparkline line={line} startsAt={startsAt} description={description} />
                  <p>{whole(change)}</p>
                  <p className={styles.word}>{word}</p>
                </li>
              ))}
            </ul>
          )}
          <p>
            <strong>One thing to do.</strong> <WithCommand text={next.sentence} />
          </p>
        </div>
        <p className={styles.quiet}>{[...basis, dataLine ?? ''].filter(Boolean).join(' ')}</p>
      </article>
    </section>
  );
}
