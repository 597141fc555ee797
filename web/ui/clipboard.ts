/**
 * Puts text on the clipboard; false when the browser refuses. The clipboard proper exists on https and on this machine
 * only, so that inside a company's plain http network the older way has to do.
 */
export async function copyText(text: string): Promise<boolean> {
  if ('clipboard' in navigator) {
    const written = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (written) return true;
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'heard';
  // Inside an open menu, for what lies outside of it cannot be selected while it is open.
  (before?.closest('[popover]') ?? document.body).append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
