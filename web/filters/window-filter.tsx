import type { View } from '../../server/contract/index.ts';
import { viewDefaults } from '../../server/contract/view.ts';
import { withoutWindow } from './chips.ts';
import { windowOptions } from './labels.ts';
import { choices } from './question.ts';
import { Select } from './select.tsx';

type WindowFilterProps = {
  view: View;
  /** Its two ends stand in the form below, or are being chosen there. */
  own: boolean;
  narrow: (view: View) => void;
  choosing: (now: boolean) => void;
};

const ownDates = 'own';
const options = [
  ...choices.window.map((value) => ({ value, label: windowOptions[value] })),
  { value: ownDates, label: 'Own dates' },
] as const;

/** The usual windows end where the data do; one of one's own has dates. */
export function WindowFilter({ view, own, narrow, choosing }: WindowFilterProps) {
  return (
    <Select
      label="Window"
      value={own ? ownDates : (view.window ?? viewDefaults.window)}
      options={options}
      choose={(chosen) => {
        choosing(chosen === ownDates);
        if (chosen !== ownDates) narrow({ ...withoutWindow(view), window: chosen });
      }}
    />
  );
}
