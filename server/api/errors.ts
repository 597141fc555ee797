import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { QuestionError } from '../model/errors.ts';
import { failure } from './failure.ts';
import { explained } from './validation.ts';

/** What a refusal by the framework is called, and how it is said. */
const REFUSALS: Readonly<Record<number, { code: string; message: string }>> = {
  400: { code: 'bad-request', message: 'The request could not be read.' },
  413: { code: 'too-large', message: 'The request is too large.' },
  414: { code: 'address-too-long', message: 'The address is too long.' },
  415: { code: 'unsupported-media-type', message: 'The request has a body of a type that is not read here.' },
};

const UNREADABLE = { code: 'bad-request', message: 'The request could not be read.' };
const OURS = { code: 'internal', message: 'Something went wrong here. The log of the server says what.' };

/** Every error in the one shape. What is not the asker's fault is logged and answered without its text. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof QuestionError) {
    const { code, message, field, allowed } = error;
    return reply.code(400).send(failure(code, message, field ?? undefined, allowed ?? undefined));
  }
  if (isFrameworkError(error) && error.validation !== undefined) {
    return reply.code(400).send(explained(error.validation, error.validationContext, request));
  }
  const status = isFrameworkError(error) ? (error.statusCode ?? 500) : 500;
  if (status >= 400 && status < 500) {
    const { code, message } = REFUSALS[status] ?? UNREADABLE;
    return reply.code(status).send(failure(code, message));
  }
  request.log.error(error);
  return reply.code(500).send(failure(OURS.code, OURS.message));
}

/** Bytes that are no HTTP at all never reach a route; they too get the one shape. */
export function answerClientError(_error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify(failure(UNREADABLE.code, UNREADABLE.message));
  const head = ['HTTP/1.1 400 Bad Request', 'Content-Type: application/json', 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function isFrameworkError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && 'statusCode' in error;
}
