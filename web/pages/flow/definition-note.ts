import type { MeasureId, Series } from '../../../server/contract/index.ts';
import { count } from '../../../server/words/number.ts';
import { noun } from '../../charts/reading.ts';
import type { Definition } from '../../ui/definition-note.tsx';

const betterWords = {
  lower: 'lower is better',
  higher: 'higher is better',
  neither: 'neither way is better in itself',
};

/** The same of a measure alone, before there is an answer by its id. */
export function measureNote(definition: Series['definition'] | undefined, id: MeasureId): Definition {
  if (definition !== undefined) return definitionNote({ definition, leftOut: [] });
  return { id, name: '', formula: '', unit: '', minimum: '', emptyMeans: '', limits: [], leftOut: [] };
}

/** The measure's definition as the figure's note says it. */
export function definitionNote({ definition, leftOut }: Pick<Series, 'definition' | 'leftOut'>): Definition {
  const { p50, p75, p85 } = definition.minimum;
  return {
    id: definition.id,
    name: definition.name,
    formula: definition.formula,
    unit: `${definition.unit}; ${betterWords[definition.better]}`,
    minimum:
      p85 === 0
        ? 'any number, also none'
        : definition.unit.endsWith('per person')
          ? `${p50} people on the roster in the week`
          : `${count(p50, noun(definition))} in the week for the median, ${p75} for the 75th and ${p85} for the 85th percentile`,
    emptyMeans: definition.emptyMeans,
    limits: definition.limits,
    leftOut: leftOut.map(({ sentence }) => sentence),
  };
}
