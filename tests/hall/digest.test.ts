import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RolloutVerdict, VerdictAnswer, VerdictNumber } from '../../server/contract/verdict.ts';
import { usualView } from '../../server/contract/view.ts';
import { digestWatch } from '../../server/digest-watch.ts';
import { scheduleOf } from '../../server/ingest/schedule.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { verdictFile } from '../../server/report/letters/verdict-file.ts';
import { writeDemo } from '../support/demo-held.ts';
import { openTestStore } from '../support/open-store.ts';
import { uptake } from '../support/program.ts';
import { lentFolder } from '../support/temporary-folder.ts';

/** A Tuesday. */
const BEGIN = Date.UTC(2026, 10, 3, 12);

const entry = (key: VerdictNumber['key'], standing: VerdictNumber['standing']): VerdictNumber => ({
  ...{ key, name: key, what: key, now: '35 hours', before: '46 before', change: 'about 18 % less' },
  ...{ standing, word: standing, line: [], startsAt: null, description: '', counts: '', page: '/impact' },
});
const verdict = (over: Partial<RolloutVerdict['said']> = {}): RolloutVerdict => ({
  rollout: { id: 'r1', name: 'Copilot' },
  said: {
    ...{ row: 'faster', sentence: 'Faster after the start.', under: '', tone: 'better', isFinal: false },
    ...{ cost: 'No cost we could see.', remark: null, look: '' },
    ...over,
  },
  numbers: [entry('speed', 'better'), entry('throughput', 'none'), entry('quality', 'worse')],
  next: { sentence: 'Look at Payments.', page: '/impact', link: 'Open Impact' },
  grade: null,
  countsSentence: '25,410 pull requests.',
});
const answerOf = (data: RolloutVerdict): VerdictAnswer => ({
  ...{ asked: usualView, dataUntil: null, generation: 1, demo: false, warnings: [], data },
});

async function watched() {
  const store = await openTestStore();
  const world = { now: BEGIN, verdict: verdict(), answers: 200 };
  const said: string[] = [];
  const send: typeof fetch = async (_address, init) => {
    if (world.answers === 200) said.push(String(JSON.parse(String(init?.body)).text));
    return new Response('', { status: world.answers });
  };
  const watch = () =>
    digestWatch({
      ...{ store, schedule: scheduleOf('30 7 * * 1', 'UTC', 0, ''), now: () => world.now, fetch: send },
      channels: () => ({ slack: 'https://hooks.example/secret' }),
      verdict: () => ({ answer: answerOf(world.verdict), dataLine: 'Data to Sat 7 Nov.' }),
      ...{ address: 'https://uptake.acme.example', failed: () => {} },
    });
  /** Looks every hour of a week. */
  const week = async (one: { look(): Promise<void> }) => {
    for (const end = world.now + 7 * DAY; world.now < end; world.now += HOUR) await one.look();
  };
  return { store, world, said, watch, week };
}

describe('The weekly digest', () => {
  test('says the verdict, its cost, what changed and one thing to do, and where more of it stands', async () => {
    const { said, watch, week } = await watched();
    await week(watch());
    expect(said).toHaveLength(1);
    for (const text of [
      '*Faster after the start.*',
      'No cost we could see.',
      '• quality (worse): 35 hours, 46 before; about 18 % less.',
      'Look at Payments.',
      '<https://uptake.acme.example/impact|Open Impact>',
      'Data to Sat 7 Nov. 25,410 pull requests.',
    ]) {
      expect(said[0]).toContain(text);
    }
    expect(said[0]?.indexOf('quality')).toBeLessThan(said[0]?.indexOf('speed') ?? 0);
  });

  test('is silent in a quiet week, also after a restart, and speaks when something has changed', async () => {
    const { world, said, watch, week } = await watched();
    await week(watch());
    world.verdict = verdict({ under: 'Another 12 pull requests.' });
    await week(watch());
    await week(watch());
    expect(said).toHaveLength(1);
    world.verdict = verdict({ row: 'slower', sentence: 'Work takes longer since the start.' });
    await week(watch());
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('Work takes longer since the start.');
  });

  test('that nobody took is said the next week', async () => {
    const { world, said, watch, week } = await watched();
    world.answers = 500;
    await week(watch());
    world.answers = 200;
    await week(watch());
    expect(said).toHaveLength(1);
  });
});

describe('uptake report', () => {
  let data: string;
  let clear: () => void;
  beforeAll(async () => {
    const { folder, remove } = lentFolder();
    clear = remove;
    data = join(folder, 'data');
    (await writeDemo(data, { scenario: 'real-gain', size: 0.3 })).close();
  });
  afterAll(() => clear());
  const report = (...flags: string[]) => uptake(['report', '--data', data, ...flags]);

  test('prints the verdict in the form that is asked for', async () => {
    const [md, json, csv, html] = await Promise.all(
      ['md', 'json', 'csv', 'html'].map(async (format) => (await report('--format', format)).stdout),
    );
    const answer: VerdictAnswer = JSON.parse(json ?? '');
    expect(answer.demo).toBe(true);
    expect(md).toMatch(/^## Demo data: Uptake, AI assistants: /);
    expect(md).toContain('### One thing to do');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('>Demo data: ');
    const lines = csv?.trimEnd().split('\r\n') ?? [];
    expect(lines).toHaveLength(answer.data.numbers.length + 1);
    expect(lines[0]).toBe('number,of,now,before,change,standing,counts,verdict,rollout,team,data_until,data');
  });

  test('names teams in a spreadsheet, and says there why nothing could be measured', () => {
    const { asked, ...rest } = answerOf({ ...verdict(), numbers: [] });
    const answer = { ...rest, asked: { ...asked, team: ['t1'] } };
    const [, line] = verdictFile(answer, 'csv', '', null, new Map([['t1', 'Payments']])).split('\r\n');
    expect(line).toBe(',,,,,,,Faster after the start.,Copilot,Payments,,real');
  });

  test('of a team or rollout that there is none of names those there are', async () => {
    const team = await report('--team', 'Nobody');
    expect([team.code, team.stdout]).toEqual([2, '']);
    expect(team.stderr).toMatch(/^There is no team "Nobody"; known are .*Payments/);
    expect((await report('--rollout', 'x')).stderr).toContain('known are AI assistants.');
    expect((await report('--format', 'pdf')).stderr).toBe(
      '--format is "pdf"; allowed are md, json, csv, html.\n',
    );
  });
});
