import { useEffect } from 'react';

export type Shortcut = {
  /** One key, or two typed one after the other: "g f". */
  readonly keys: string;
  /** "Go to Flow" */
  readonly does: string;
  readonly run: () => void;
};

/** Milliseconds that the second key of two may come after the first. */
const patience = 1_500;

/**
 * Runs what belongs to the keys that are typed. Off while something is typed into, while a menu or a sheet is open, and while
 * a key of the system is held, so that no shortcut takes a letter away from anybody.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], on: boolean): void {
  useEffect(() => {
    if (!on) return;
    let first = { key: '', at: Number.NEGATIVE_INFINITY };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTypedInto(event.target) || document.querySelector(':popover-open, dialog[open]') !== null) return;
      const two = event.timeStamp - first.at < patience ? `${first.key} ${event.key}` : null;
      const meant =
        shortcuts.find(({ keys }) => keys === two) ?? shortcuts.find(({ keys }) => keys === event.key);
      first = { key: event.key, at: event.timeStamp };
      if (meant === undefined) return;
      event.preventDefault();
      meant.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [shortcuts, on]);
}

/** A list of choices takes letters too: they choose. */
function isTypedInto(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio'].includes(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['SELECT', 'TEXTAREA'].includes(target.tagName))
  );
}
