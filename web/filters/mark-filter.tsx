import type { Choices, MarkChoice, View } from '../../server/contract/index.ts';
import { aiLabels, toolLabel } from './labels.ts';
import { Select } from './select.tsx';

type MarkFilterProps = {
  view: View;
  choices: Choices;
  narrow: (view: View) => void;
};

const all = '';
/** Several levels at once come from an address alone. */
const several = 'several';

/** By AI involvement: AI-marked, none seen, one level, or one tool. */
export function MarkFilter({ view, choices, narrow }: MarkFilterProps) {
  const { ai = [], tool, ...rest } = view;
  const value = tool ?? (ai.length > 1 ? several : (ai[0] ?? all));
  const options = [
    { value: all, label: 'All work' },
    ...(value === several ? [{ value: several, label: 'Several levels' }] : []),
    ...choices.marks.map((choice) => optionOf(choice, value)),
  ];
  return (
    <Select
      label="AI"
      value={value}
      options={options}
      choose={(chosen) => {
        const choice = choices.marks.find((one) => keyOf(one) === chosen);
        if (choice?.ai) narrow({ ...rest, ai: [choice.ai] });
        else if (choice?.tool) narrow({ ...rest, tool: choice.tool });
        else if (chosen === all) narrow(rest);
      }}
    />
  );
}

function keyOf({ ai, tool }: MarkChoice): string {
  return ai ?? tool ?? all;
}

function optionOf(choice: MarkChoice, chosen: string) {
  const { ai, tool, folded } = choice;
  const option = { value: keyOf(choice), disabled: folded !== null && keyOf(choice) !== chosen };
  if (ai === null) return { ...option, label: toolLabel(tool ?? ''), group: 'By tool' };
  const label = aiLabels[ai];
  return ai === 'marked' || ai === 'unmarked'
    ? { ...option, label }
    : { ...option, label, group: 'By level' };
}
