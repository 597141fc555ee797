import type { ReportDesk } from './api/report-desk.ts';
import { digestSchedule } from './channels.ts';
import type { Config } from './config.ts';
import type { Channel } from './contract/reports.ts';
import { type Channels, deliver } from './deliver/deliver.ts';
import type { World } from './ingest/sources.ts';
import { MINUTE } from './model/instant.ts';

/** What of the configured channels the pages may know and do. */
export function reportDesk(
  config: Pick<Config, 'deliver' | 'zone'>,
  channels: () => Channels,
  { now, fetch: send }: Pick<World, 'now' | 'fetch'>,
): ReportDesk {
  const alone = (): Record<Channel, Channels | null> => {
    const { slack, mail, githubIssue } = channels();
    return {
      Slack: slack === undefined ? null : { slack },
      'e-mail': mail === undefined ? null : { mail },
      'GitHub issue': githubIssue === undefined ? null : { githubIssue },
    };
  };
  return {
    sending: () => ({
      channels: (['Slack', 'e-mail', 'GitHub issue'] as const).filter((channel) => alone()[channel] !== null),
      due: digestSchedule(config.deliver, config.zone)?.next(now()) ?? null,
      address: config.deliver.address ?? null,
    }),
    async send(channel, message) {
      const to = alone()[channel];
      if (to === null) return null;
      const [sent = null] = await deliver(to, message, send, AbortSignal.timeout(MINUTE));
      return sent;
    },
  };
}
