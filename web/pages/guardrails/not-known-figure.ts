import type { Guardrail } from '../../../server/contract/index.ts';
import type { NotKnownFigure } from '../../ui/not-known-figure.ts';

/** A guardrail as it is told among what is not known. */
export function notKnownFigure({ definition, finding, howToRead, change }: Guardrail): NotKnownFigure {
  return {
    name: definition.name,
    why: (change?.reason ?? finding).replace(/\.$/, ''),
    todo: change === null ? howToRead : '',
  };
}
