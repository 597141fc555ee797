import type { Said } from '../../contract/impact.ts';
import { VERDICT_ROWS, verdictOfFacts } from '../../words/verdict.ts';
import type { Effect, NoEffect } from '../effect/effect.ts';
import { lookOf } from '../effect/looks.ts';
import { costLine } from '../guardrails/cost-line.ts';
import type { Held } from '../live.ts';
import { type Known, verdictFacts } from './verdict-facts.ts';

/** From this row on something was looked for, and its cost goes with it. */
const FIRST_FINDING = VERDICT_ROWS.indexOf('faded');
const FIRST_REMARK = VERDICT_ROWS.indexOf('too-early');
const FIRST_DOUBT = VERDICT_ROWS.indexOf('paths-differed');

/** The sentence, its mandatory cost, the remark about use, and whether this look counts. */
export function saidOfRollout(held: Held, found: Effect | NoEffect, known: Known): Said {
  const said = verdictOfFacts(verdictFacts(held, found, known));
  const place = VERDICT_ROWS.indexOf(said.row);
  const isFound = place >= FIRST_FINDING;
  const look = 'nothing' in found || place < FIRST_DOUBT ? null : lookOf(held, found);
  return {
    ...said,
    cost: isFound && !('nothing' in found) ? sentence(costLine(found.costs, found.apart)) : null,
    remark: place < FIRST_REMARK || 'nothing' in found ? null : found.remark,
    look: look?.sentence ?? '',
    isFinal: look?.isFinal ?? false,
  };
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
