import { type Static, Type } from 'typebox';
import { type Schedule, scheduleOf } from './ingest/schedule.ts';

/** `schedule:` in `uptake.yaml`. Every key may be left out. */
export const Nightly = Type.Union([
  Type.Literal('off'),
  Type.Literal(false),
  Type.Object(
    {
      at: Type.Optional(
        Type.String({ description: 'Time of day, such as "02:30", or a cron pattern of five fields' }),
      ),
      spread: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 360,
          description: 'Minutes within which it begins, at another one each night. Default 30.',
        }),
      ),
      minutes: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 1440,
          description: 'How long the reading may take. Default: as long as it takes.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
]);

/** When `serve` imports by itself, and how long it may take; a null schedule: never. */
export type NightlyImport = { schedule: Schedule | null; minutes: number | null };

const USUAL = { at: '02:30', spread: 30 };

/**
 * @param installation what this installation is told apart by
 * @throws ConfigError `bad-schedule`
 */
export function nightlyOf(
  given: Static<typeof Nightly> | undefined,
  zone: string,
  installation: string,
): NightlyImport {
  if (given === 'off' || given === false) return { schedule: null, minutes: null };
  const { at, spread, minutes = null } = { ...USUAL, ...given };
  return { schedule: scheduleOf(at, zone, spread, installation), minutes };
}
