/** Why a text is no name of a team, to go on after the name; null: it is one. */
export function teamNameFault(name: string): string | null {
  const text = name.trim();
  if (text === '') return 'is empty';
  if (text.length > 100) return 'is longer than 100 characters';
  if (/\p{Cc}/u.test(text)) return 'holds a line end or another control character';
  // The roster is opened in spreadsheets.
  if (/^[=+\-@]/.test(text)) return 'begins like a formula (=, +, - or @)';
  return null;
}
