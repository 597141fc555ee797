/** One thing to say, in the form of each place where it can be said. */
export type Message = {
  /** What it is about, so that a later one on the same takes its place where that can be done: `digest`, `stale`. */
  about: string;
  /** One line. */
  subject: string;
  /** Plain, for mail readers that show nothing else. */
  text: string;
  html: string;
  markdown: string;
  /** In Slack's own markup. */
  slack: string;
};
