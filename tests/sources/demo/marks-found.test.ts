import { expect, test } from 'vitest';
import { attribute } from '../../../server/facts/attribution/attribute.ts';
import { compiledRules } from '../../../server/facts/attribution/compiled.ts';
import { attributionInputOf } from '../../../server/ingest/attributed-input.ts';
import type { Commit } from '../../../server/model/commit.ts';
import type { PullRequest } from '../../../server/model/pull-request.ts';
import { generated } from './generated.ts';

// What is planted, said once more in words of its own: no rule of the product is asked.
const PLANTED: readonly [tool: string, one: (pullRequest: PullRequest, messages: string) => boolean][] = [
  ['claude-code', (_, said) => said.includes('Claude <noreply@anthropic.com>')],
  [
    'github-copilot',
    ({ forge }, said) =>
      said.includes('Copilot <223556219+Copilot@') || forge?.account?.login === 'copilot-swe-agent',
  ],
  ['cursor', (_, said) => said.includes('Made-with: Cursor')],
  ['openai-codex', ({ headBranch }) => headBranch?.startsWith('codex/') === true],
  ['devin', ({ forge }) => forge?.account?.login === 'devin-ai-integration'],
];

test('the rules find just the pull requests that the demo has marked, with their tools', async () => {
  const rules = compiledRules();
  let [all, marked] = [0, 0];
  for (const { repository, pullRequests, commits } of (await generated({ scenario: 'real-gain' })).all) {
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    for (const pullRequest of pullRequests) {
      const own = (pullRequest.ownShas ?? []).flatMap((sha) => bySha.get(sha) ?? []);
      const landed = bySha.get(pullRequest.mergeSha ?? '');
      const bare = (commit: Commit) => ({ ...commit, parents: null });
      const found = attribute(
        attributionInputOf({
          ...{ kind: 'pull-request', pullRequest, changes: null, deployedAt: null, notes: new Map() },
          ...{ defaultBranch: 'main', repositoryName: repository.name },
          commits: own.map(bare),
          landed: landed === undefined ? null : bare(landed),
        }),
        rules,
      );
      const said = own.map(({ message }) => message).join('\n');
      const planted = PLANTED.filter(([, is]) => is(pullRequest, said)).map(([tool]) => tool);
      const isMarked = found.level === 'agent' || found.level === 'assisted';
      all += 1;
      marked += Number(isMarked);
      if (isMarked || planted.length > 0) expect(found.tools, pullRequest.id).toEqual(planted);
      const agent = pullRequest.forge?.account?.kind === 'bot' && planted.length > 0;
      expect(found.level === 'agent', pullRequest.id).toBe(agent);
      expect(JSON.stringify(found.evidence), pullRequest.id).not.toMatch(
        /[\w+]@(?!anthropic|users\.noreply)/,
      );
    }
  }
  expect(all).toBeGreaterThan(10_000);
  expect(marked / all).toBeGreaterThan(0.1);
  expect(marked / all).toBeLessThan(0.5);
});
