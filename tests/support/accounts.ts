import { readFileSync } from 'node:fs';
import type { Account } from '../../server/model/account.ts';

type Lists = Record<'agents' | 'automation' | 'people' | 'reviewTools', Account[]>;

/** The accounts of `golden/people-accounts.json`, by what they are. */
export function accountsOf(): Lists {
  const text = readFileSync(new URL('../golden/people-accounts.json', import.meta.url), 'utf8');
  const lists: Record<keyof Lists, [string, Account['kind']][]> = JSON.parse(text);
  const read = (list: [string, Account['kind']][]) => list.map(([login, kind]) => ({ login, kind }));
  return {
    agents: read(lists.agents),
    automation: read(lists.automation),
    people: read(lists.people),
    reviewTools: read(lists.reviewTools),
  };
}
