/** No line begins with the sign of a percentage. */
export function whole(text: string): string {
  return text.replaceAll(' %', '\u00a0%');
}
