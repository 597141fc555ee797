import { useState } from 'react';
import type { Rollouts } from '../../../server/contract/index.ts';
import { useRolloutEdits, useRollouts } from '../../api/rollouts.ts';
import type { PageProps } from '../../api/status.ts';
import { useAsOf } from '../../ui/as-of.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { PlainState } from '../../ui/plain-state.tsx';
import { ChangeHistory } from './change-history.tsx';
import { RolloutCard } from './rollout-card.tsx';
import { emptyRollout } from './rollout-draft.ts';
import { RolloutFiles } from './rollout-files.tsx';
import { RolloutForm } from './rollout-form.tsx';
import styles from './settings-page.module.css';

/** What people state about their organisation: now, what is rolled out to which team and when. */
export function SettingsPage({ away, retry }: PageProps) {
  const rollouts = useRollouts();
  usePageTitle('Settings');
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>
          Settings <span className={styles.question}>What was rolled out, to whom, and when?</span>
        </h1>
        <CopyButton label="Copy link" text={() => location.href} />
      </div>
      {rollouts.data !== undefined && <Stated rollouts={rollouts.data.data} />}
      {rollouts.data === undefined && rollouts.error === null && (
        <div aria-busy="true">
          <p className={styles.quiet} role="status">
            Reading the rollouts …
          </p>
        </div>
      )}
      {rollouts.data === undefined && rollouts.error !== null && (
        <PlainState title={away ? 'The server does not answer.' : 'The rollouts could not be read.'}>
          <p>{rollouts.error.message}</p>
          <Button
            strong
            press={() => {
              retry();
              void rollouts.refetch();
            }}
          >
            Try again now
          </Button>
        </PlainState>
      )}
    </div>
  );
}

function Stated({ rollouts: told }: { rollouts: Rollouts }) {
  const { rollouts, teams, today } = told;
  const mayEdit = useAsOf() === null && told.mayEdit;
  const edits = useRolloutEdits();
  const [adding, add] = useState(false);
  const [said, say] = useState('');
  return (
    <section className={styles.part} aria-labelledby="rollouts-title">
      <div className={styles.head}>
        <h2 id="rollouts-title" className={styles.heading}>
          Rollouts
        </h2>
        {mayEdit && !adding && (
          <Button strong={rollouts.length === 0} press={() => add(true)}>
            Add a rollout
          </Button>
        )}
      </div>
      <p className={styles.lead}>
        A rollout gives teams a tool or a new way of working. What counts is the day on which a team was
        enabled: licences given, permission said, whoever used it first. Every comparison of before and after
        goes by these days.
      </p>
      {!mayEdit && (
        <p className={styles.notice}>
          You can read this, but not change it: changes are made on the machine that runs Uptake, or with the
          right to edit.
        </p>
      )}
      <p className={styles.said} role="status">
        {said}
      </p>
      {teams.length === 0 && (
        <p className={styles.notice}>
          No teams are known yet. Say who is in which team with a file of one line a person,{' '}
          <code>npm run uptake -- teams import FILE</code>, or read teams and work from GitHub:{' '}
          <code>npm run uptake -- ingest github OWNER</code>.
        </p>
      )}
      {adding && (
        <RolloutForm
          title="A new rollout"
          draft={emptyRollout(told)}
          teams={teams}
          save={async (rollout) => say(await edits.save(null, rollout))}
          close={() => add(false)}
        />
      )}
      {rollouts.length === 0 && !adding && teams.length > 0 && (
        <p className={styles.quiet}>
          None is stated yet. Without a start date there is no before and no after to compare.
        </p>
      )}
      {rollouts.map((rollout) => (
        <RolloutCard
          key={rollout.id}
          rollout={rollout}
          teams={teams}
          today={today}
          mayEdit={mayEdit}
          edits={edits}
          say={say}
        />
      ))}
      <RolloutFiles mayEdit={mayEdit} edits={edits} say={say} />
      {mayEdit && <ChangeHistory />}
    </section>
  );
}
