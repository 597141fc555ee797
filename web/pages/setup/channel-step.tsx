import { Link } from 'wouter';
import { list } from '../../../server/words/list.ts';
import { AskedForm } from './asked-form.tsx';
import { RemovableList } from './connected-list.tsx';
import styles from './setup-page.module.css';
import { Step, type StepProps, tokenHint } from './step.tsx';
import { Vendor } from './vendor.tsx';

/** Who is told: each way is tried with a message before it is kept. */
export function ChannelStep({ setup, edits, mayEdit, demo }: StepProps & { demo: boolean }) {
  const { channels } = setup;
  const [mail, issue] = (['e-mail', 'GitHub issue'] as const).map((name) =>
    channels.find(({ channel }) => channel === name),
  );
  const secret = (name: string, usual: string) => ({ hint: tokenHint(setup, name) || usual, secret: true });
  const shared = { keeps: 'Send a test and keep', checks: false };
  const places = channels.map(({ channel, to }) => (to.length === 0 ? channel : `${channel} (${list(to)})`));
  return (
    <Step
      number={7}
      title="Weekly digest"
      done={places.length === 0 ? null : `Goes out by ${list(places)}`}
      open="Nobody is told yet; it may be left out"
    >
      <p className={styles.text}>
        Once a week, and only when there is something to tell: the verdict with its cost, what changed, and
        one thing to do. The same way tells when data are older than two nights.{' '}
        <Link href="/reports">Reports shows how it reads</Link>.
      </p>
      {demo && mayEdit && (
        <p className={styles.quiet}>
          Of this demo nothing is sent but the test; yours goes out once your data are here.
        </p>
      )}
      {mayEdit && (
        <div className={styles.vendors}>
          <Vendor name="Slack">
            <AskedForm
              {...shared}
              of="Slack"
              fields={[
                {
                  ...{ name: 'webhook', label: 'Address of an incoming webhook' },
                  ...secret('SLACK_WEBHOOK_URL', 'Slack makes one for a channel. Kept as SLACK_WEBHOOK_URL.'),
                },
              ]}
              ask={({ webhook = '' }) =>
                edits.tryChannel({ channel: 'Slack', ...(webhook !== '' && { webhook }) })
              }
            />
          </Vendor>
          <Vendor name="E-mail">
            <AskedForm
              {...shared}
              of="the mail server"
              fields={[
                {
                  ...{
                    name: 'to',
                    label: 'To',
                    hint: 'One or more; they do not see each other.',
                    needed: true,
                  },
                  ...{ placeholder: 'leads@example.com', value: mail?.to.join(', ') ?? '' },
                },
                {
                  ...{ name: 'from', label: 'From', hint: '', needed: true },
                  ...{ placeholder: 'uptake@example.com', value: mail?.from ?? '' },
                },
                {
                  ...{ name: 'server', label: 'Mail server' },
                  ...secret(
                    'UPTAKE_SMTP_URL',
                    'smtps://USER:PASSWORD@HOST:465 or smtp://HOST:587. Kept as UPTAKE_SMTP_URL.',
                  ),
                },
              ]}
              ask={({ to = '', from = '', server = '' }) =>
                edits.tryChannel({
                  ...{ channel: 'e-mail', from, to: to.split(/[\s,;]+/).filter((one) => one !== '') },
                  ...(server !== '' && { server }),
                })
              }
            />
          </Vendor>
          <Vendor name="GitHub issue">
            <AskedForm
              {...shared}
              of="GitHub issues"
              fields={[
                {
                  ...{ name: 'repository', label: 'Repository', placeholder: 'acme/metrics', needed: true },
                  hint: 'GitHub’s token has to be allowed to write issues there.',
                  value: issue?.to[0] ?? '',
                },
              ]}
              ask={({ repository = '' }) => edits.tryChannel({ channel: 'GitHub issue', repository })}
            />
          </Vendor>
        </div>
      )}
      <RemovableList
        names={mayEdit ? channels.map(({ channel }) => channel) : []}
        question={(name) => `Send nothing by ${name} any more? What it was sent with stays in its file.`}
        remove={edits.removeChannel}
      />
    </Step>
  );
}
