export type NotKnownFigure = {
  readonly name: string;
  /** What is missing, as a sentence without its full stop: "No issue tracker is connected" */
  readonly why: string;
  /** What would help; empty: nothing that a reader could do. */
  readonly todo: string;
};

/** As the sentence goes on after "since": of a clone, "it has no reviews" is "a clone has no reviews". */
export function sinceWords(sentence: string): string {
  return sentence
    .replace(/^A clone .*: it /, 'a clone ')
    .replace(/^Nothing tells .*: /, '')
    .replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());
}
