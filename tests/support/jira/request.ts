import type { IncomingMessage } from 'node:http';
import { type Answer, plainRefusal, refusal } from './answer.ts';

export type Body = Readonly<Record<string, unknown>>;

/** What was sent, or why Jira does not read it. */
export async function sentIn(request: IncomingMessage): Promise<{ body: Body; refused: Answer | null }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts).toString();
  if (request.method !== 'POST') return { body: {}, refused: null };
  if (!request.headers['content-type']?.startsWith('application/json'))
    return { body: {}, refused: plainRefusal(415, 'Unsupported Media Type') };
  const value = parsed(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { body: Object.fromEntries(Object.entries(value)), refused: null }
    : {
        body: {},
        refused: refusal(400, 'There was an error parsing JSON. Check that your request body is valid.'),
      };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
