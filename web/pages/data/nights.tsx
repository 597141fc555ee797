import { useId, useState } from 'react';
import type { Health } from '../../../server/contract/index.ts';
import { NightMark } from './night-mark.tsx';
import styles from './nights.module.css';

type Night = Health['asked'][number]['nights'][number];
type NightsProps = { nights: readonly Night[]; of: string };

const meanings: readonly { state: Night['state']; words: string }[] = [
  { state: 'done', words: 'read to the end' },
  { state: 'stopped', words: 'stopped early, goes on' },
  { state: 'failed', words: 'failed or broke off' },
  { state: 'running', words: 'running' },
  { state: 'due', words: 'not yet' },
  { state: 'none', words: 'no run' },
];

/**
 * One mark a night, told apart by shape. They are one field of the keyboard, whose arrows go from night to night; the words of
 * the night that is chosen, or pointed at, stand below.
 */
export function Nights({ nights, of }: NightsProps) {
  const name = useId();
  const [chosen, choose] = useState<string | null>(null);
  const [pointed, point] = useState<string | null>(null);
  const latest = nights.findLast(({ state }) => state !== 'due') ?? nights.at(-1);
  const usual = chosen ?? latest?.day;
  const shown = nights.find(({ day }) => day === (pointed ?? usual));
  const present = new Set(nights.map(({ state }) => state));
  return (
    <div className={styles.nights}>
      <fieldset className={styles.strip} onPointerLeave={() => point(null)}>
        <legend className="heard">Imports of {of}, night by night</legend>
        {nights.map(({ day, state, words }) => (
          <label key={day} className={styles.night} onPointerEnter={() => point(day)} title={words}>
            <input
              type="radio"
              className={styles.choice}
              name={name}
              value={day}
              checked={day === usual}
              onChange={() => choose(day)}
            />
            <NightMark state={state} />
            <span className="heard">{words}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.ends} aria-hidden="true">
        <span>{dayOf(nights[0])}</span>
        <span>{dayOf(nights.at(-1))}</span>
      </p>
      <p className={styles.words} aria-hidden="true">
        {shown?.words}
      </p>
      <ul className={styles.legend} aria-label="What the marks mean">
        {meanings
          .filter(({ state }) => present.has(state))
          .map(({ state, words }) => (
            <li key={state}>
              <NightMark state={state} /> {words}
            </li>
          ))}
      </ul>
    </div>
  );
}

/** "Sat 21 Nov" of its words. */
function dayOf(night: Night | undefined): string {
  return night?.words.split(/[,:]/)[0] ?? '';
}
