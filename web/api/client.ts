import { rememberPath } from './answer-paths.ts';
import { keptAnswer } from './kept-answers.ts';

/** The API answered with an error, or did not answer at all (`unreachable`); carries what the server said. */
export class ApiError extends Error {
  readonly code: string;
  readonly field: string | null;
  constructor(code: string, message: string, field: string | null = null) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.field = field;
  }
}

const unreachable = () => new ApiError('unreachable', 'The server does not answer.');

/**
 * Reads one answer; the web's only way to the server, which is of the same version and states the shape in its contract. While a
 * shared page is open, answers are those that were kept of it.
 * @throws {ApiError} for a refusal, a failure, or no answer
 */
export async function read<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const kept = keptAnswer(path);
  if (kept === 'live') return readLive<Answer>(path, signal);
  if (kept.text === null) {
    throw new ApiError('not-kept', 'This was not part of the page when it was shared.');
  }
  return parsed(kept.text);
}

/** The same from the server, whatever is open. */
export async function readLive<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const noAnswer = (cause: unknown): never => {
    throw signal.aborted ? cause : unreachable();
  };
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch(noAnswer);
  const body = parsed(await response.text().catch(noAnswer));
  if (!response.ok || body === null) throw failureOf(body, response.status);
  rememberPath(body, path);
  return body;
}

/**
 * Asks the server to write something; a text is a CSV file.
 * @throws {ApiError} for a refusal, a failure, or no answer
 */
export async function write<Answer>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  content?: object | string,
): Promise<Answer> {
  const noAnswer = (): never => {
    throw unreachable();
  };
  const response = await fetch(path, { method, ...sent(content) }).catch(noAnswer);
  const body = parsed(await response.text().catch(noAnswer));
  if (response.ok && body !== null) return body;
  throw failureOf(body, response.status);
}

function sent(content: object | string | undefined): RequestInit {
  const accept = { accept: 'application/json' };
  if (content === undefined) return { headers: accept };
  if (typeof content === 'string') {
    return { headers: { ...accept, 'content-type': 'text/csv' }, body: content };
  }
  return { headers: { ...accept, 'content-type': 'application/json' }, body: JSON.stringify(content) };
}

/**
 * Listens to a stream of events of one name; the browser connects anew by itself when it breaks, which `lost` is told. Nothing is
 * to be heard while a shared page is open. Returns how to stop.
 */
export function listen<Event>(
  path: string,
  name: string,
  take: (event: Event) => void,
  lost: () => void,
): () => void {
  if (keptAnswer(path) !== 'live') return () => undefined;
  const source = new EventSource(path);
  source.addEventListener(name, (message) => {
    const event = 'data' in message ? parsed(String(message.data)) : null;
    if (event !== null) take(event);
  });
  source.addEventListener('error', lost);
  return () => source.close();
}

/** Null for what is no JSON; a proxy may answer anything. */
function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a proxy or a stopping server sends instead of our error shape must not reach the page as an exception's text. */
function failureOf(body: unknown, status: number): ApiError {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body;
    if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error) {
      const field = 'field' in error ? String(error.field) : null;
      return new ApiError(String(error.code), String(error.message), field);
    }
  }
  if (status >= 502 && status <= 504) return unreachable();
  return new ApiError('unexpected-answer', `The server answered ${status} without saying why.`);
}
