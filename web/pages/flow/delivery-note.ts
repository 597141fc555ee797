import type { DeliveryDefinition } from '../../../server/contract/index.ts';
import type { Definition } from '../../ui/definition-note.tsx';

const betterWords = {
  lower: 'lower is better',
  higher: 'higher is better',
  neither: 'neither way is better in itself',
};

/** A measure of deployments as a figure's note says it. */
export function deliveryNote({
  better,
  unit,
  minimum,
  items,
  ...definition
}: DeliveryDefinition): Definition {
  return {
    ...definition,
    unit: `${unit}; ${betterWords[better]}`,
    minimum: minimum === 0 ? 'any number, also none' : `${minimum} ${items}`,
    leftOut: [],
  };
}
