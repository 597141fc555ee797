import { type Static, Type } from 'typebox';

/** `backfill:` in `uptake.yaml`: what is older than a first import goes back. Every key may be left out. */
export const Backfill = Type.Union([
  Type.Literal('off'),
  Type.Literal(false),
  Type.Object(
    {
      until: Type.Optional(
        Type.String({
          pattern: '^\\d{4}-\\d\\d-\\d\\d$',
          description: 'Day such as "2020-01-31", from which on history is read. Default: all there is.',
        }),
      ),
      minutes: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 1440,
          description: 'How long it may take after each import. Default: as long as it takes.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
]);

/** `byItself`: `serve` begins it after each import. Nulls: as far back as there is, as long as it takes. */
export type BackfillSettings = { byItself: boolean; until: string | null; minutes: number | null };

export function backfillOf(given: Static<typeof Backfill> | undefined): BackfillSettings {
  if (given === 'off' || given === false) return { byItself: false, until: null, minutes: null };
  return { byItself: true, until: given?.until ?? null, minutes: given?.minutes ?? null };
}
