import type { Channel, ReportChannel, Reports } from '../../contract/reports.ts';
import type { VerdictAnswer } from '../../contract/verdict.ts';
import type { Instant } from '../../model/instant.ts';
import type { Message } from '../../model/message.ts';
import { fullDateAndTime } from '../../words/date.ts';
import { digestLetter } from './digest-letter.ts';
import { messageOf } from './letter.ts';

/** How the weekly digest is sent from here. */
export type Sending = {
  /** Those that are set up. */
  channels: readonly Channel[];
  /** When it goes out next; null: never by itself. */
  due: Instant | null;
  /** Where the pages are asked for by those who read it; null: nowhere that they could reach. */
  address: string | null;
};

/** How each is set up, and where it goes once it is. */
const WAYS: Readonly<Record<Channel, { isSetUp: string; isNot: string; form: keyof Message }>> = {
  Slack: {
    isSetUp: 'To the channel of the webhook in SLACK_WEBHOOK_URL.',
    isNot: 'Not set up: set SLACK_WEBHOOK_URL, and deliver: { slack: true } in uptake.yaml.',
    form: 'slack',
  },
  'e-mail': {
    isSetUp: 'To everybody named in deliver.mail.to, who do not see each other.',
    isNot: 'Not set up: set UPTAKE_SMTP_URL, and deliver: { mail: { from: …, to: […] } } in uptake.yaml.',
    form: 'text',
  },
  'GitHub issue': {
    isSetUp:
      'Into one issue of the repository in deliver.githubIssue, which is opened once and then updated.',
    isNot:
      'Not set up: set deliver: { githubIssue: OWNER/NAME } in uptake.yaml; GITHUB_TOKEN has to be allowed to write issues there.',
    form: 'markdown',
  },
};

const CHANNELS: readonly Channel[] = ['Slack', 'e-mail', 'GitHub issue'];

/** The weekly digest as it would go out now, in the form of every channel. */
export function reportsOf(
  answer: Pick<VerdictAnswer, 'data' | 'demo'>,
  dataLine: string,
  sending: Sending,
  { zone, mayEdit }: { zone: string; mayEdit: boolean },
): Reports {
  const message = messageOf(digestLetter(answer, dataLine, sending.address));
  return {
    mayEdit,
    subject: message.subject,
    when: answer.demo ? 'This is a demo, of which nothing goes out.' : whenOf(sending, zone),
    channels: CHANNELS.map((channel): ReportChannel => {
      const { isSetUp, isNot, form } = WAYS[channel];
      const has = sending.channels.includes(channel);
      return { channel, isSetUp: has, says: has ? isSetUp : isNot, text: message[form] };
    }),
    verdict: answer.data,
    dataLine,
  };
}

function whenOf({ channels, due }: Sending, zone: string): string {
  if (channels.length === 0) return 'No channel is set up yet, so that nothing goes out by itself.';
  if (due === null) return 'It never goes out by itself: deliver.digest is off.';
  return `It goes out next on ${fullDateAndTime(due, zone)}, unless it would say what the last one said: a quiet week is silent.`;
}
