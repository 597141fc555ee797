/** The subjects that GitHub writes when somebody takes over suggestions of a review: of one file, or of several at once. */
const SUBJECT =
  /^(?:update (?:\S{0,200}[./]\S{1,200}|(?:make|docker|gem|rake|just)file|readme|license|changelog)|apply (?:code review )?suggestions?(?: from (?:code review|@\S{1,60}))?)$/i;
const TRAILER = /^(?:co-authored|signed-off)-by:/i;

/** Whether a message is GitHub's own about a suggestion: such a subject, and nothing behind it but who is named for it. */
export function isTakenSuggestion(message: string): boolean {
  const [subject = '', ...rest] = message.slice(0, 4000).split('\n');
  if (!SUBJECT.test(subject.trim())) return false;
  return rest.every((line) => line.trim() === '' || TRAILER.test(line.trim()));
}
