import { ConnectedList } from './connected-list.tsx';
import styles from './setup-page.module.css';
import { SourceForm } from './source-form.tsx';
import { connected, Step, type StepProps, tokenHint } from './step.tsx';

const KINDS = ['jira'] as const;

export function JiraStep({ setup, edits, mayEdit }: StepProps) {
  const before = setup.sources.find(({ source }) => source === 'jira');
  const fixed = setup.addresses.find(({ name }) => name === 'JIRA_URL');
  const fields = [
    ...(fixed === undefined
      ? [
          {
            ...{ name: 'address', label: 'Address of the site', hint: 'As in the browser.', needed: true },
            ...{ placeholder: 'https://acme.atlassian.net', value: before?.address ?? '' },
          },
        ]
      : []),
    {
      ...{ name: 'email', label: 'E-mail of the account', placeholder: 'reader@example.com' },
      hint: 'Empty for a Data Center, where a token stands for itself.',
    },
    {
      ...{ name: 'token', label: 'API token', secret: true },
      hint: tokenHint(setup, 'JIRA_TOKEN') || tokenHint(setup, 'JIRA_BEARER') || 'Kept as JIRA_TOKEN.',
    },
    {
      ...{ name: 'projects', label: 'Projects', placeholder: 'SHOP, OPS' },
      ...{ hint: 'Keys. Empty: all that the token may see.', value: before?.projects.join(', ') ?? '' },
    },
  ];
  return (
    <Step number={2} title="Jira" done={connected(setup, 'jira')} open="Not connected; it may be left out">
      <p className={styles.text}>
        Issues and how long they are in which status. Without it Uptake counts pull requests, and never says
        “more work”.
      </p>
      {fixed !== undefined && (
        <p className={styles.quiet}>
          The address comes from the environment: JIRA_URL is <code>{fixed.value}</code>.
        </p>
      )}
      {mayEdit && (
        <SourceForm
          of="Jira"
          fields={fields}
          edits={edits}
          asked={({ address = fixed?.value ?? '', email = '', token = '', projects = '' }) => ({
            ...{ source: 'jira', address: address.trim() },
            ...(email.trim() !== '' && { email: email.trim() }),
            ...(token !== '' && { token }),
            ...(projects.trim() !== '' && { projects: projects.split(/[\s,]+/).filter((key) => key !== '') }),
          })}
        />
      )}
      <ConnectedList setup={setup} edits={edits} mayEdit={mayEdit} kinds={KINDS} />
    </Step>
  );
}
