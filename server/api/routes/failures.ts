import { Failure } from '../../contract/answer.ts';

/** How any route may refuse. */
export const failures = {
  '4xx': { ...Failure, description: 'The request cannot be answered as it is; the error says why.' },
  '5xx': { ...Failure, description: 'A fault of the server; its log says what.' },
};
