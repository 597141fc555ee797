import { useState } from 'react';
import type { Rollouts, StatedRollout } from '../../../server/contract/index.ts';
import { calendarDate } from '../../../server/words/date.ts';
import { rolloutKinds } from '../../../server/words/rollout.ts';
import type { RolloutEdits } from '../../api/rollouts.ts';
import { Button } from '../../ui/button.tsx';
import { DrawPanel } from './draw-panel.tsx';
import { DrawnOrder } from './drawn-order.tsx';
import styles from './rollout-card.module.css';
import { draftOf } from './rollout-draft.ts';
import { RolloutForm } from './rollout-form.tsx';

type RolloutCardProps = {
  rollout: StatedRollout;
  teams: Rollouts['teams'];
  today: string;
  mayEdit: boolean;
  edits: RolloutEdits;
  /** Tells what an edit came to. */
  say: (sentence: string) => void;
};

type Open = 'none' | 'edit' | 'draw' | 'remove';

/** One rollout: what it is, when each team starts, and for those who may, the ways to change it. */
export function RolloutCard({ rollout, teams, today, mayEdit, edits, say }: RolloutCardProps) {
  const [open, show] = useState<Open>('none');
  const { id, name, tool, kind, starts, draw, summary } = rollout;
  const close = () => show('none');
  const refused = (error: unknown) => say(error instanceof Error ? error.message : String(error));
  if (open === 'edit') {
    return (
      <RolloutForm
        title={`Change “${name}”`}
        draft={draftOf(rollout)}
        teams={teams}
        save={async (written) => say(await edits.save(id, written))}
        close={close}
      />
    );
  }
  return (
    <article className={styles.card} data-entry="rollout" aria-labelledby={`rollout-${id}`}>
      <div className={styles.head}>
        <h3 id={`rollout-${id}`} className={styles.name}>
          {name}
        </h3>
        <p className={styles.quiet}>
          {rolloutKinds[kind]}
          {tool !== null && ` · ${tool}`}
        </p>
      </div>
      <p>{summary}</p>
      <ul className={styles.starts}>
        {starts.map(({ team, name: teamName, day }) => (
          <li key={team} className={styles.start}>
            <span>{teamName}</span>
            <span className={day === null ? styles.none : styles.day}>
              {day === null ? 'not planned' : calendarDate(day)}
              {day !== null && day > today && <span className={styles.quiet}> (to come)</span>}
            </span>
          </li>
        ))}
      </ul>
      {draw !== null && <DrawnOrder draw={draw} />}
      {mayEdit && open === 'none' && (
        <div className={styles.actions}>
          <Button press={() => show('edit')}>
            Change<span className="heard">: {name}</span>
          </Button>
          <Button press={() => show('draw')}>
            Randomise the order for me<span className="heard">: {name}</span>
          </Button>
          <Button press={() => show('remove')}>
            Remove<span className="heard">: {name}</span>
          </Button>
        </div>
      )}
      {open === 'draw' && (
        <DrawPanel
          rollout={rollout}
          today={today}
          draw={async (order) => say(await edits.draw(id, order))}
          close={close}
        />
      )}
      {open === 'remove' && (
        <div className={styles.actions}>
          <span>All comparisons by its dates go with it; the history keeps what it was.</span>
          <Button press={() => edits.remove(id).then(say, refused)}>Remove it</Button>
          <Button press={close}>Keep it</Button>
        </div>
      )}
    </article>
  );
}
