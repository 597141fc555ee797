import type { FastifyReply, FastifyRequest } from 'fastify';

/** Tells how many milliseconds an answer took inside the server, before it was compressed and sent. */
export async function serverTiming(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('server-timing', `total;dur=${reply.elapsedTime.toFixed(2)}`);
}
