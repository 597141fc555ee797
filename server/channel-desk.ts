import type { ChannelDesk } from './api/setup-desk.ts';
import { channelDraft } from './channel-draft.ts';
import { channelsOf, digestSchedule, githubOf } from './channels.ts';
import type { Config } from './config.ts';
import type { SetupChannel } from './contract/setup.ts';
import { deliver } from './deliver/deliver.ts';
import type { World } from './ingest/sources.ts';
import { QuestionError } from './model/errors.ts';
import { MINUTE } from './model/instant.ts';
import { secretFile, secretPlace } from './secrets.ts';
import { textOf, withDeliver, writeWhole } from './setup-file.ts';
import { asQuestion } from './setup-question.ts';

const KEYS = { Slack: 'slack', 'e-mail': 'mail', 'GitHub issue': 'githubIssue' } as const;

export type ChannelHall = {
  /** Reads the configuration as it stands now. @throws ConfigError */
  read: () => Config;
  world: World;
  /** Told that another configuration stands there. */
  changed: () => void;
};

/** Tries channels for real and writes `deliver` of `uptake.yaml` and files of secrets, of which nothing ever comes out again. */
export function channelDesk({ read, world, changed }: ChannelHall): ChannelDesk {
  const place = (data: string) => (name: string) => secretPlace(world.env, data, name);
  const write = (config: Config, change: Parameters<typeof withDeliver>[1]) => {
    writeWhole(config.path, withDeliver(textOf(config.path), change, config.path), 0o600);
    changed();
  };
  return {
    due: () =>
      asQuestion(() => {
        const { deliver: settings, zone } = read();
        return digestSchedule(settings, zone)?.next(world.now()) ?? null;
      }),
    async send(asked, message) {
      const [channels, signal] = asQuestion(() => {
        const config = read();
        const { deliver: wanted, secrets } = channelDraft(asked, { place: place(config.data) });
        const secret = (name: string) => secrets.get(name) ?? world.secret(name);
        return [
          channelsOf(wanted, { ...world, secret }, githubOf(config)),
          AbortSignal.timeout(MINUTE),
        ] as const;
      });
      const [sent] = await deliver(channels, message, world.fetch, signal);
      return sent?.failed ?? null;
    },
    keep: (asked) =>
      asQuestion(() => {
        const config = read();
        const { deliver: wanted, secrets } = channelDraft(asked, { place: place(config.data) });
        for (const [name, value] of secrets) writeWhole(secretFile(config.data, name), `${value}\n`, 0o600);
        write(config, wanted);
      }),
    remove: (channel) =>
      asQuestion(() => {
        const config = read();
        if (!standingChannels(config).some((one) => one.channel === channel))
          throw new QuestionError('not-set-up', `${channel} is not set up here.`, 'channel');
        write(config, { [KEYS[channel]]: undefined });
      }),
  };
}

/** The channels of a configuration, without their secrets. */
export function standingChannels({ deliver: settings }: Pick<Config, 'deliver'>): SetupChannel[] {
  const { slack, mail, githubIssue } = settings;
  const all: (SetupChannel | null)[] = [
    slack === true ? { channel: 'Slack', from: '', to: [] } : null,
    mail === undefined ? null : { channel: 'e-mail', from: mail.from, to: mail.to },
    githubIssue === undefined ? null : { channel: 'GitHub issue', from: '', to: [githubIssue] },
  ];
  return all.filter((one) => one !== null);
}
