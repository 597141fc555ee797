import type { FastifyReply } from 'fastify';
import type { Edited } from '../organisation/desk.ts';
import { envelope } from '../report/envelope.ts';
import { askedRepositories } from '../report/repositories.ts';
import type { AppDeps, Organising } from './deps.ts';

export type Organised = AppDeps & Organising;

/** An answer about the organisation. It is not of the facts' generation, so that no copy of it may be kept. */
export function organised<Asked, Data>({ live }: AppDeps, reply: FastifyReply, asked: Asked, data: Data) {
  const { held } = live;
  const { dataUntil } = askedRepositories(held, null);
  reply.header('cache-control', 'no-store');
  return envelope(held, asked, dataUntil, [], data);
}

/** The answer to an edit, after which the facts that it marked are measured. */
export async function edited(deps: Organised, reply: FastifyReply, edit: Promise<Edited>) {
  const { changed, summary, notes } = await edit;
  if (changed) {
    deps.measureSoon();
    // What needs no measuring, such as a start date, is in all answers from now on.
    await deps.live.refresh(true);
  }
  return organised(deps, reply, {}, { changed, summary, notes: [...notes] });
}
