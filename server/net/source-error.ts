/** An outside system failed or answered nonsense. The message is a sentence: what, where, what to do. */
export class SourceError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SourceError';
    this.code = code;
  }
}

/** The code of a clean stop: the run's budget is spent; what was read is saved and the next run carries on. */
export const STOPPED_EARLY = 'stopped-early';
