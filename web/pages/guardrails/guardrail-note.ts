import type { Guardrail } from '../../../server/contract/index.ts';
import type { Definition } from '../../ui/definition-note.tsx';

const betterWords = {
  lower: 'lower is better',
  higher: 'higher is better',
  neither: 'neither way is better in itself',
};

/** A guardrail's definition as its figure says it. */
export function guardrailNote({
  unit,
  better,
  minimum,
  items,
  ...definition
}: Guardrail['definition']): Definition {
  return {
    ...definition,
    unit: `${unit}; ${betterWords[better]}`,
    minimum: `${minimum.p50} ${items === 'issues' ? 'issues' : 'pull requests'} to a point`,
    leftOut: [],
  };
}
