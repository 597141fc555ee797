import type { Guardrail } from '../../../server/contract/index.ts';
import type { NotKnownFigure } from '../../ui/not-known-figure.ts';

/** A guardrail as it is told among what is not known: why is its first sentence, what would help the others. */
export function notKnownFigure({ definition, finding, howToRead, change }: Guardrail): NotKnownFigure {
  const [why = '', ...rest] = change?.reason?.split(/(?<=\.) (?=\p{Lu})/u) ?? [finding, howToRead];
  return { name: definition.name, why: why.replace(/\.$/, ''), todo: rest.join(' ') };
}
