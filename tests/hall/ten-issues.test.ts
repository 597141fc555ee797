import { expect, test } from 'vitest';
import type { IssuesAnswer, IssueWhyAnswer } from '../../server/contract/index.ts';
import { startedJira } from '../support/jira/started.ts';
import { byHand, siteByHand } from '../support/jira/ten-issues.ts';
import { startUptake, uptake } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secrets = {
  Cloud: { JIRA_EMAIL: 'reader@example.com', JIRA_TOKEN: 'good-token' },
  Server: { JIRA_BEARER: 'good-token' },
};

test.each(['Cloud', 'Server'] as const)(
  'five issues of a Jira %s have the times that pencil and paper give them',
  async (deployment) => {
    const [fake, data] = [await startedJira({ site: siteByHand(deployment) }), temporaryFolder()];
    const run = await uptake(['ingest', 'jira', '--data', data], {
      JIRA_URL: fake.url,
      ...secrets[deployment],
    });
    expect(run, run.stdout + run.stderr).toMatchObject({ code: 0 });
    const server = startUptake(['serve', '--port', '0', '--data', data]);
    const [, address = ''] = await server.said(/Uptake answers on (http:\S+)/);
    const ask = async <Answer>(path: string): Promise<Answer> =>
      JSON.parse(await (await fetch(`${address}/api/issues${path}`)).text());
    const { data: listed } = await ask<IssuesAnswer>('?window=all');
    const inOrder = listed.issues.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    expect(inOrder).toHaveLength(5);
    for (const [place, issue] of inOrder.entries()) {
      const worked = byHand[deployment][place];
      if (worked === undefined) throw new Error(`nobody worked out issue ${place}`);
      const { why, status, ...expected } = worked;
      const { leadTime, cycleTime, activeShare } = issue;
      expect({ lead: leadTime.hours, cycle: cycleTime.hours, active: activeShare.share }, why).toEqual({
        lead: expected.lead,
        cycle: expected.cycle,
        active: expected.active,
      });
      const { data: told } = await ask<IssueWhyAnswer>(`/why?id=${encodeURIComponent(issue.id)}`);
      const inStatus = Object.fromEntries(told.statuses.map((one) => [one.status, one.hours]));
      expect(inStatus, why).toEqual(status);
      const cycle = told.measures.find(({ measure }) => measure === 'issue-cycle-time');
      if (expected.cycle === null) expect(cycle?.standing, why).not.toBe('counted');
      else expect(cycle?.sentence, why).toMatch(new RegExp(`, ${expected.cycle} hours\\b`));
    }
  },
);
