import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { ReportChannel, Reports } from '../../../server/contract/index.ts';
import { sendTest } from '../../api/reports.ts';
import { Button } from '../../ui/button.tsx';
import { Part } from '../../ui/part.tsx';
import styles from './reports-page.module.css';

/** The weekly digest as each channel would get it, and a test of those that are set up. */
export function Digest({ reports, maySend }: { reports: Reports; maySend: boolean }) {
  const id = useId();
  const { subject, when, channels } = reports;
  return (
    <Part id={id} title="The weekly digest" name="digest">
      <p className={styles.lead}>
        The verdict with its cost, what changed, and one thing to do: where people already read, and readable
        there without a click.
      </p>
      <p className={styles.quiet}>{when}</p>
      <p>
        <strong>Subject:</strong> {subject}
      </p>
      {channels.map((channel) => (
        <Channel key={channel.channel} {...channel} maySend={maySend} />
      ))}
    </Part>
  );
}

function Channel({ channel, isSetUp, says, text, maySend }: ReportChannel & { maySend: boolean }) {
  const id = useId();
  const [outcome, say] = useState('');
  const [busy, setBusy] = useState(false);
  const send = () => {
    if (busy) return;
    setBusy(true);
    say('Sending …');
    sendTest(channel)
      .then(say, (error: unknown) => say(error instanceof Error ? error.message : String(error)))
      .finally(() => setBusy(false));
  };
  return (
    <article className={styles.channel} aria-labelledby={id} data-channel={channel}>
      <div className={styles.head}>
        <h3 id={id} className={styles.sub}>
          {channel === 'e-mail' ? 'E-mail' : channel}
        </h3>
        {isSetUp && maySend && (
          <Button press={send}>
            Send a test<span className="heard"> by {channel}</span>
          </Button>
        )}
      </div>
      <p className={styles.quiet}>
        {says}
        {!isSetUp && maySend && (
          <>
            {' '}
            Or <Link href="/setup">set it up under Setup</Link>.
          </>
        )}
      </p>
      <p className={styles.outcome} role="status">
        {outcome}
      </p>
      <details className={styles.preview} open={isSetUp}>
        <summary>How it reads there</summary>
        <pre className={styles.text}>{text}</pre>
      </details>
    </article>
  );
}
