import { useState } from 'react';
import { Link } from 'wouter';
import type { Rollouts } from '../../../server/contract/index.ts';
import { useRolloutEdits, useRollouts } from '../../api/rollouts.ts';
import type { PageProps } from '../../api/status.ts';
import { useAsOf } from '../../ui/as-of.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Part } from '../../ui/part.tsx';
import { ReadOnly } from '../../ui/read-only.tsx';
import { Typed } from '../../ui/typed.tsx';
import { Unanswered } from '../../ui/unanswered.tsx';
import { Waiting } from '../../ui/waiting.tsx';
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
    <Page
      name="Settings"
      question="What was rolled out, to whom, and when?"
      links={<CopyButton label="Copy link" text={() => location.href} />}
    >
      {rollouts.data !== undefined && <Stated rollouts={rollouts.data.data} />}
      {rollouts.data === undefined && rollouts.error === null && <Waiting>Reading the rollouts …</Waiting>}
      {rollouts.data === undefined && rollouts.error !== null && (
        <Unanswered
          title="The rollouts could not be read."
          error={rollouts.error}
          away={away}
          retry={() => {
            retry();
            void rollouts.refetch();
          }}
        />
      )}
    </Page>
  );
}

function Stated({ rollouts: told }: { rollouts: Rollouts }) {
  const { rollouts, teams, today } = told;
  const mayEdit = useAsOf() === null && told.mayEdit;
  const edits = useRolloutEdits();
  const [adding, add] = useState(false);
  const [said, say] = useState('');
  return (
    <Part
      id="rollouts-title"
      title="Rollouts"
      beside={
        mayEdit &&
        !adding && (
          <Button strong={rollouts.length === 0} press={() => add(true)}>
            Add a rollout
          </Button>
        )
      }
    >
      <p className={styles.lead}>
        A rollout gives teams a tool or a new way of working. What counts is the day on which a team was
        enabled: from then on it had licences and was free to use them, whoever did so first. Every comparison
        of before and after goes by these days.
      </p>
      {!mayEdit && <ReadOnly />}
      <p className={styles.said} role="status">
        {said}
      </p>
      {teams.length === 0 && (
        <Notice>
          No teams are known yet. <Link href="/setup">Setup</Link> reads them from GitHub, or takes a file of
          one line a person; so does <Typed line="npm run uptake -- teams import FILE" />.
        </Notice>
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
    </Part>
  );
}
