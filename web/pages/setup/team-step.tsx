import { useState } from 'react';
import { count } from '../../../server/words/number.ts';
import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import styles from './setup-page.module.css';
import { Step, type StepProps } from './step.tsx';

/** Who is in which team: from GitHub, from a file, or guessed and confirmed. */
export function TeamStep({ setup, edits, mayEdit, demo }: StepProps & { demo: boolean }) {
  const [said, say] = useState('');
  const tell = (edit: Promise<string>) =>
    edit.then(say, (error: unknown) => say(error instanceof Error ? error.message : String(error)));
  const { teams, rule, warning } = setup.teamGuess;
  const done = demo || setup.teams === 0 ? null : `${count(setup.teams, 'team')} known`;
  return (
    <Step
      number={5}
      title="Teams"
      done={done}
      open={demo ? 'Yours come with your data' : 'None is known yet'}
    >
      <p className={styles.text}>
        Teams of GitHub come with the import. They tell who is in them today; a file tells who was in them
        when, one line a person: <code>team,login_or_email,from,to</code>.
      </p>
      {mayEdit && !demo && <FileField take={(text) => tell(edits.takeRoster(text))} />}
      <p className={styles.said} role="status">
        {said}
      </p>
      {teams.length > 0 && (
        <>
          <h3 className={styles.sub}>What the work suggests</h3>
          <p className={styles.notice}>{warning}</p>
          <p className={styles.quiet}>{rule}</p>
          <ul className={styles.guesses}>
            {teams.map(({ name, repository, evidence }) => (
              <li key={repository} className={styles.guess}>
                <div>
                  <strong>{name}</strong> <span className={styles.quiet}>{`${repository}: ${evidence}`}</span>
                </div>
                {mayEdit && (
                  <Button press={() => void tell(edits.ownRepository(repository, name))}>
                    Take this team<span className="heard">: {name}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Step>
  );
}
