import { useEffect } from 'react';

/**
 * Calls `clear` on Esc, unless the key already has a nearer meaning: it closes an open menu,
 * leaves a list of choices or a field that is typed into, or dismisses what a chart shows (which stops the event).
 */
export function useEscape(clear: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (document.querySelector(':popover-open, dialog[open]') !== null || isTyping(event.target)) return;
      clear();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [clear]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
}
