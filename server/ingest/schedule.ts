import { Cron } from 'croner';
import { ConfigError } from '../model/errors.ts';
import { type Instant, MINUTE } from '../model/instant.ts';
import { opaqueId } from '../people/opaque-id.ts';

/** When the import of every night begins. */
export type Schedule = {
  /** The first planned instant after one, in the organisation's zone: an hour that a change of clocks skips begins late, one that comes twice once. */
  next(after: Instant): Instant;
  /** The last planned instant before one. */
  last(before: Instant): Instant;
};

/**
 * @param at time of day, `02:30`, or a cron pattern of five fields
 * @param spread minutes over which installations spread, so that not all of them ask at once: each keeps to its own delay of a night
 * @param installation what this installation is told apart by
 * @param key of the configuration, for what is said of a faulty one
 * @throws ConfigError `bad-schedule`
 */
export function scheduleOf(
  at: string,
  zone: string,
  spread: number,
  installation: string,
  key = 'schedule.at',
): Schedule {
  const cron = cronOf(at, zone, key);
  const delayed = (planned: Instant): Instant => {
    const part = Number.parseInt(opaqueId(`${installation} ${planned}`).slice(0, 8), 16) / 2 ** 32;
    return planned + Math.floor(part * spread * MINUTE);
  };
  return {
    next(after) {
      for (let from = after - spread * MINUTE; ; ) {
        const planned = cron.nextRun(new Date(from))?.getTime();
        if (planned === undefined) throw never(at, key);
        if (delayed(planned) > after) return delayed(planned);
        from = planned;
      }
    },
    last(before) {
      for (let until = before; ; ) {
        const planned = cron.previousRuns(1, new Date(until))[0]?.getTime();
        if (planned === undefined) throw never(at, key);
        if (delayed(planned) < before) return delayed(planned);
        until = planned;
      }
    },
  };
}

function cronOf(at: string, zone: string, key: string): Cron {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(at) ?? [];
  const pattern = hour === undefined || minute === undefined ? at : `${Number(minute)} ${Number(hour)} * * *`;
  if (pattern.trim().split(/\s+/).length !== 5) throw unreadable(at, key);
  try {
    const cron = new Cron(pattern, { timezone: zone, paused: true });
    if (cron.nextRun(new Date(0)) !== null) return cron;
  } catch {
    throw unreadable(at, key);
  }
  throw never(at, key);
}

function unreadable(at: string, key: string): ConfigError {
  return new ConfigError(
    'bad-schedule',
    `${key} is "${at}"; allowed are a time of day such as "02:30", a cron pattern of five fields such as "30 2 * * *", and off.`,
  );
}

function never(at: string, key: string): ConfigError {
  return new ConfigError('bad-schedule', `${key} is "${at}", which never comes.`);
}
