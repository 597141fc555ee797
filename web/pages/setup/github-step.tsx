import { ConnectedList } from './connected-list.tsx';
import styles from './setup-page.module.css';
import { SourceForm } from './source-form.tsx';
import { connected, Step, type StepProps, tokenHint } from './step.tsx';

const KINDS = ['github'] as const;

export function GithubStep({ setup, edits, mayEdit }: StepProps) {
  const before = setup.sources.find(({ source }) => source === 'github');
  const fixed = setup.addresses.find(({ name }) => name === 'GITHUB_API_URL');
  const fields = [
    {
      ...{ name: 'owner', label: 'Organisation or user', hint: '', placeholder: 'acme', needed: true },
      value: before?.owner ?? '',
    },
    {
      ...{ name: 'token', label: 'Token', secret: true },
      hint: tokenHint(setup, 'GITHUB_TOKEN') || 'Fine-grained or classic. Kept as GITHUB_TOKEN.',
    },
    ...(fixed === undefined
      ? [
          {
            ...{ name: 'address', label: 'Address of the API', placeholder: 'https://api.github.com' },
            ...{
              hint: 'Empty for github.com. Enterprise Server: https://HOST/api/v3',
              value: before?.address ?? '',
            },
          },
        ]
      : []),
  ];
  return (
    <Step number={1} title="GitHub" done={connected(setup, 'github')} open="Not connected yet">
      <p className={styles.text}>
        Pull requests, reviews, checks and deployments. The token needs to read them: as a fine-grained token{' '}
        <em>Contents, Pull requests, Issues, Deployments, Actions, Commit statuses</em> and{' '}
        <em>Members of the organisation</em>, read-only; as a classic one <code>repo</code> and{' '}
        <code>read:org</code>. Where the organisation has single sign-on, authorise the token for it.
      </p>
      {fixed !== undefined && (
        <p className={styles.quiet}>
          The address comes from the environment: GITHUB_API_URL is <code>{fixed.value}</code>.
        </p>
      )}
      {mayEdit && (
        <SourceForm
          of="GitHub"
          fields={fields}
          edits={edits}
          asked={({ owner = '', address = '', token = '' }) => ({
            ...{ source: 'github', owner: owner.trim() },
            ...(address.trim() !== '' && { address: address.trim() }),
            ...(token !== '' && { token }),
          })}
        />
      )}
      <ConnectedList setup={setup} edits={edits} mayEdit={mayEdit} kinds={KINDS} />
    </Step>
  );
}
