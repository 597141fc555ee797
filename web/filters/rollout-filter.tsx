import type { Choices, View } from '../../server/contract/index.ts';
import { Select } from './select.tsx';

type RolloutFilterProps = {
  view: View;
  rollouts: NonNullable<Choices['rollouts']>;
  narrow: (view: View) => void;
};

const usual = '';

/** Whose start dates part before from after; there is a choice only where there are several. */
export function RolloutFilter({ view, rollouts, narrow }: RolloutFilterProps) {
  if (rollouts.length < 2) return null;
  const { rollout, ...rest } = view;
  return (
    <Select
      label="Rollout"
      value={rollout ?? usual}
      options={[
        { value: usual, label: 'The first one' },
        ...rollouts.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      choose={(chosen) => narrow(chosen === usual ? rest : { ...rest, rollout: chosen })}
    />
  );
}
