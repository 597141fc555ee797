import type { Failure } from '../contract/answer.ts';

/** The one shape of every error. */
export function failure(code: string, message: string, field?: string, allowed?: readonly string[]): Failure {
  return {
    error: {
      code,
      message,
      ...(field === undefined ? {} : { field }),
      ...(allowed === undefined ? {} : { allowed: [...allowed] }),
    },
  };
}
