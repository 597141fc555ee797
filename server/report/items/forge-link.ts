import { hostOf } from '../../model/identity.ts';
import type { Freshness } from '../../model/repository.ts';

/**
 * Where an item can be read: `https://github.com/acme/shop/pull/12`, or `/commit/SHA` of a push. Null where there is no such
 * place: a clone names a host, but not what runs there, and a demo is nowhere.
 */
export function forgeLink(
  { repositoryId, name, source }: Pick<Freshness, 'repositoryId' | 'name' | 'source'>,
  id: string,
  number: number | null,
): string | null {
  const host = hostOf(repositoryId);
  const known = source === 'github' || (source === 'git' && host === 'github.com');
  if (!known || !/^[a-z0-9.-]+(?::\d+)?$/i.test(host)) return null;
  const place = number === null ? ['commit', id.slice(id.lastIndexOf('@') + 1)] : ['pull', `${number}`];
  const path = [...name.split('/'), ...place].map(encodeURIComponent).join('/');
  return `https://${host}/${path}`;
}
