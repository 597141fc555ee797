import { ConfigError, QuestionError } from './model/errors.ts';

/** What is amiss with the configuration is for whoever sets it up to read. */
export function asQuestion<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ConfigError) throw new QuestionError(error.code, error.message);
    throw error;
  }
}
