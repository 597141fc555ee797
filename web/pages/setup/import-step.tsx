import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { PageProps } from '../../api/status.ts';
import { Button } from '../../ui/button.tsx';
import { Command } from '../../ui/command.tsx';
import { ImportNow } from '../../ui/import-progress.tsx';
import styles from './setup-page.module.css';
import { Step, type StepProps } from './step.tsx';

const LOOK = 1_000;
/** So often it is looked whether the server is back with what was connected. */
const LOOKS = 60;

/** The first import: live, with what is already true of what has come in. */
export function ImportStep({
  setup,
  edits,
  mayEdit,
  page,
  demo,
}: StepProps & { page: PageProps; demo: boolean }) {
  const [looks, setLooks] = useState(0);
  const [said, say] = useState('');
  const running = page.status?.data.running ?? null;
  const isOurs = running !== null && !running.source.startsWith('demo ');
  const { askAnew } = edits;
  const waits = looks > 0 && !isOurs;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      void askAnew();
      setLooks((left) => left - 1);
    }, LOOK);
    return () => clearTimeout(timer);
  }, [waits, askAnew]);
  // What was said of its beginning is over once it is seen.
  useEffect(() => {
    if (isOurs) say('');
  }, [isOurs]);
  const begin = () =>
    void edits.begin().then(
      ({ data }) => {
        say(data.summary);
        setLooks(LOOKS);
      },
      (error: unknown) => say(error instanceof Error ? error.message : String(error)),
    );
  const soFar = demo ? null : setup.soFar;
  const can = mayEdit && setup.sources.length > 0 && !waits && (setup.waiting || !isOurs);
  return (
    <Step
      number={4}
      title="First import"
      done={isOurs ? null : soFar}
      open={standing(isOurs, setup.sources.length)}
    >
      <p className={styles.text}>
        The first import may take a while; each repository shows as soon as it is in. From then on Uptake
        imports every night by itself.
      </p>
      {isOurs && <ImportNow running={running} />}
      {isOurs && soFar !== null && (
        <p className={styles.true} data-part="so-far">
          {soFar} <Link href="/flow">Look at Flow</Link>
        </p>
      )}
      {can && (
        <div>
          <Button strong press={begin}>
            {setup.waiting || demo ? 'Begin the import' : 'Import now'}
          </Button>
        </div>
      )}
      <p className={styles.said} role="status">
        {said}
      </p>
      {setup.sources.length === 0 && (
        <>
          <p className={styles.quiet}>
            Nothing is connected yet. Without any token: a clone on this machine, of which nothing leaves it.
          </p>
          <Command line="npm run uptake -- ingest git PATH" />
        </>
      )}
    </Step>
  );
}

function standing(isRunning: boolean, sources: number): string {
  if (isRunning) return 'Running now';
  return sources === 0 ? 'Connect something first' : 'Not begun yet';
}
