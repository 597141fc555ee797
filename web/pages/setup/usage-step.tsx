import { ConnectedList } from './connected-list.tsx';
import styles from './setup-page.module.css';
import { SourceForm } from './source-form.tsx';
import { connected, Step, type StepProps, tokenHint } from './step.tsx';
import { Vendor } from './vendor.tsx';

const KINDS = ['copilot', 'claude-code', 'cursor', 'usage'] as const;

/** Use of AI tools, one vendor below the other. */
export function UsageStep({ setup, edits, mayEdit }: StepProps) {
  const owner = setup.sources.find(({ source }) => source === 'github')?.owner ?? '';
  const key = (name: string) => ({
    ...{ name: 'token', label: 'Admin API key', secret: true },
    hint: tokenHint(setup, name),
  });
  const done = connected(setup, ...KINDS);
  return (
    <Step number={3} title="Use of AI tools" done={done} open="Not connected; it may be left out">
      <p className={styles.text}>
        Who used which tool on which day, for Adoption. It is shown of teams of five people or more, never of
        single people. Marks in the work itself are read from GitHub and need nothing here.
      </p>
      {mayEdit && (
        <div className={styles.vendors}>
          <Vendor name="GitHub Copilot">
            <SourceForm
              of="GitHub Copilot"
              edits={edits}
              fields={[
                {
                  ...{ name: 'owner', label: 'Organisation', hint: '', placeholder: 'acme', needed: true },
                  value: setup.sources.find(({ source }) => source === 'copilot')?.owner ?? owner,
                },
                {
                  ...{ name: 'token', label: 'Token', secret: true },
                  hint: tokenHint(setup, 'COPILOT_TOKEN') || 'Empty: GitHub’s, where that may read the use.',
                },
              ]}
              asked={({ owner: of = '', token = '' }) => ({
                ...{ source: 'copilot', owner: of.trim() },
                ...(token !== '' && { token }),
              })}
            />
          </Vendor>
          <Vendor name="Claude Code">
            <SourceForm
              of="Claude Code"
              edits={edits}
              fields={[key('ANTHROPIC_ADMIN_KEY')]}
              asked={({ token = '' }) => ({ source: 'claude-code', ...(token !== '' && { token }) })}
            />
          </Vendor>
          <Vendor name="Cursor">
            <SourceForm
              of="Cursor"
              edits={edits}
              fields={[key('CURSOR_API_KEY')]}
              asked={({ token = '' }) => ({ source: 'cursor', ...(token !== '' && { token }) })}
            />
          </Vendor>
        </div>
      )}
      <ConnectedList setup={setup} edits={edits} mayEdit={mayEdit} kinds={KINDS} />
      <p className={styles.quiet}>
        Any other tool comes as a file: <code>npm run uptake -- ingest usage FILE.csv</code>.
      </p>
    </Step>
  );
}
