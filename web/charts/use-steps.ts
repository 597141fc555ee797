import { type KeyboardEvent, useState } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -6, PageDown: 6 };

/** One of the places in a drawing, the last one first, and whether anybody looks at it. */
export type Steps = {
  readonly at: number;
  readonly seen: boolean;
  readonly go: (to: number) => void;
  readonly leave: () => void;
  readonly focus: () => void;
  readonly key: (event: KeyboardEvent) => void;
};

/** Goes through the places of a drawing by pointer or arrow keys; Esc looks away. */
export function useSteps(places: number): Steps {
  const [mark, setMark] = useState<number | null>(null);
  const [seen, setSeen] = useState(false);
  const last = Math.max(0, places - 1);
  const at = Math.min(mark ?? last, last);
  const go = (to: number) => {
    setMark(Math.max(0, Math.min(to, last)));
    setSeen(true);
  };
  return {
    ...{ at, seen, go },
    leave: () => setSeen(false),
    focus: () => setSeen(true),
    key: (event) => {
      const step = STEPS[event.key];
      if (event.key === 'Home') go(0);
      else if (event.key === 'End') go(last);
      else if (step !== undefined) go(at + step);
      else if (event.key === 'Escape') setSeen(false);
      else return;
      event.preventDefault();
    },
  };
}
