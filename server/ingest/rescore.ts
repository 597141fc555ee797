import { setImmediate as nextTurn } from 'node:timers/promises';
import { attribute } from '../facts/attribution/attribute.ts';
import type { CompiledRules } from '../facts/attribution/compiled.ts';
import { dayOf } from '../model/day.ts';
import type { Instant } from '../model/instant.ts';
import type { ProgramNote } from '../model/note.ts';
import type { Progress } from '../model/rows.ts';
import type { Store } from '../store/open.ts';
import { attributionInputOf } from './attributed-input.ts';

const BATCH = 2000;

/** `scored`: facts that these rules had not been asked about; `changed`: those of them that say something else now. */
export type Rescored = { scored: number; changed: number };

/**
 * Scores history again where the rules, or what the organisation adds to them, are not those that it was scored by: one transaction a
 * batch, so that a killed one goes on where it was. All figures rest on the old score until the last one is made.
 */
export async function rescore(
  store: Store,
  holder: string,
  rules: CompiledRules,
  { at, zone }: { at: Instant; zone: string },
  tell: (progress: Progress) => void,
  batch = BATCH,
): Promise<Rescored> {
  let all = 0;
  for (;;) {
    const { scored, waiting } = await store.rescore(holder, rules.version, batch, (rows) =>
      attribute(attributionInputOf(rows), rules),
    );
    if (waiting === null) return { scored: all, changed: 0 };
    all += scored;
    tell({ what: 'scoring AI involvement by new rules', done: all, total: all + waiting });
    // Between two batches there is time to renew the lease.
    await nextTurn();
    if (waiting > 0) continue;
    const changed = await store.adoptRules(holder, (...counts) => detectorNote(dayOf(at, zone), ...counts));
    return { scored: all, changed };
  }
}

/** A change of the detector looks just like a change of behaviour: whoever compares with numbers from before that day should know. */
function detectorNote(day: string, from: string, to: string, changed: number, all: number): ProgramNote {
  const share = changed / all < 0.01 ? 'under 1 %' : `${Math.round((100 * changed) / all)} %`;
  const text = `Rules for AI marks changed (${from} to ${to}): ${share} of all work is judged differently, earlier weeks too.`;
  return { key: `rules ${from} ${to} ${day}`, kind: 'detector', day, text };
}
