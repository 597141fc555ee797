import type { Guardrail } from '../../../server/contract/index.ts';
import { NotKnown } from '../../ui/not-known.tsx';
import { notKnownFigure } from './not-known-figure.ts';

/** What is not known here, in one line below what is. */
export function NotKnownGuardrails({ guardrails }: { guardrails: readonly Guardrail[] }) {
  return <NotKnown figures={guardrails.map(notKnownFigure)} />;
}
