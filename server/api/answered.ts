import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Held } from '../report/live.ts';
import { generationOf } from '../report/side.ts';
import type { AppDeps } from './deps.ts';

/**
 * Answers from the state that is held now, or says that nothing has changed since the asker's copy without computing.
 * `also` is what the answer depends on besides data, program, zone and address.
 */
export function answered<Answer>(
  { live, version, startedAt }: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  compute: (held: Held) => Answer,
  also: unknown = null,
): Answer | FastifyReply {
  const { held } = live;
  const { weeks } = held.snapshot;
  const teams = [...held.teamNames];
  const tag = entityTag([
    version,
    startedAt,
    weeks.zone,
    generationOf(held),
    held.freshness,
    held.issues.freshness,
    teams,
    held.rollouts,
    request.url,
    also,
  ]);
  const unchanged = known(request.headers['if-none-match'], tag);
  const answer = unchanged ? null : compute(held);
  reply.header('etag', tag).header('cache-control', 'no-cache');
  return answer ?? reply.code(304).send();
}

/** Weak: compressed and plain answers share it. */
function entityTag(parts: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `W/"${digest.slice(0, 22)}"`;
}

function known(tags: string | undefined, tag: string): boolean {
  const strong = (one: string) => one.trim().replace(/^W\//, '');
  return tags !== undefined && (tags.trim() === '*' || tags.split(',').map(strong).includes(strong(tag)));
}
