import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { compiledRules } from '../../server/facts/attribution/compiled.ts';
import { attributionSettings } from '../../server/facts/attribution/settings.ts';
import { derive } from '../../server/ingest/derive.ts';
import { rescore } from '../../server/ingest/rescore.ts';
import { mailboxesOf } from '../../server/model/ai-mailboxes.ts';
import type { Store } from '../../server/store/open.ts';
import { MONDAY } from '../support/facts.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { facts } from '../support/organised-store.ts';
import { commit, forgeDetails, pullRequest, repository } from '../support/rows.ts';

const quiet = () => undefined;

/** One pull request for each trace, and one that an AI has only reviewed. */
const MESSAGES = [
  'Work\n\nCo-authored-by: Claude <noreply@anthropic.com>',
  `Work\n\nCo-authored-by: Windsurf <${mailboxesOf('windsurf')[0]}>`,
  `Work\n\nCo-authored-by: SageOx <${mailboxesOf('sageox')[0]}>`,
  'Work',
  'Work',
];
const REVIEWED = 5;

async function stored(): Promise<Store> {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, {
    commits: MESSAGES.map((message, index) => commit(`c${index + 1}`, { message })),
    pullRequests: MESSAGES.map((_, index) =>
      pullRequest(index + 1, {
        ownShas: [`c${index + 1}`],
        forge: forgeDetails({
          reviews:
            index + 1 === REVIEWED
              ? [
                  {
                    id: 'r1',
                    account: { login: 'coderabbitai[bot]', kind: 'bot' },
                    submittedAt: MONDAY,
                    state: 'commented',
                  },
                ]
              : [],
        }),
      }),
    ),
    mainline: [],
  });
  await derive(store, HOLDER, 'UTC', quiet);
  return store;
}

async function traces(store: Store): Promise<(string | null)[]> {
  const all = await facts(store);
  return all.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0)).map(({ aiTrace }) => aiTrace);
}

test('How sure it is that an AI took part is told of every fact, the same by rules that come later', async () => {
  const store = await stored();
  const wanted = ['certain', 'strong', 'trace', 'none', 'none'];
  expect(await traces(store)).toEqual(wanted);
  const reviewed = await store.attributionOf(`${repository.id}#${REVIEWED}`);
  expect(reviewed?.evidence.map(({ role }) => role)).toEqual(['reviewed']);

  // What no fact says yet, as in a database of an older version, is said by the statement that adopts new rules.
  const db = new Database(store.file);
  db.exec('UPDATE pull_request_fact SET ai_trace = NULL');
  db.close();
  const later = compiledRules(attributionSettings({ labels: [{ tool: 'house-bot', label: 'robot' }] }));
  const at = { at: Date.parse('2026-11-20T23:30:00Z'), zone: 'UTC' };
  expect(await rescore(store, HOLDER, later, at, quiet)).toEqual({ scored: 5, changed: 5 });
  expect(await traces(store)).toEqual(wanted);
});
