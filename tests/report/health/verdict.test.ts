import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../server/contract/health.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import type { RepositoryReading } from '../../../server/model/repository.ts';
import type { Run } from '../../../server/model/run.ts';
import type { Known } from '../../../server/report/health/background.ts';
import { healthAnswer } from '../../../server/report/health/health.ts';
import type { Held } from '../../../server/report/live.ts';
import { FORGE, forgeFact, fresh, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { runReport } from '../../support/troubled-store.ts';

const NOW = MONDAY + 5 * HOUR;
const running = {
  source: 'github acme',
  startedAt: '2026-08-10T13:00:00Z',
  what: 'reading',
  done: 1,
  total: null,
};

const read = (over: Partial<RepositoryReading> = {}): RepositoryReading => ({
  ...{ id: FORGE, name: 'acme/shop', source: 'github', coveredUntil: MONDAY, lost: null, limits: [] },
  ...over,
});

const run = (over: Partial<Run> = {}): Run => ({
  ...{ id: 1, source: 'github', asked: 'github acme', startedAt: MONDAY, endedAt: MONDAY + HOUR },
  ...{ outcome: 'done', report: runReport() },
  ...over,
});

const shop = () => heldOf([forgeFact(1)], [freshForge(MONDAY)]);

function verdict(known: Partial<Known> = {}, held: Held = shop()): Verdict {
  const usual = { now: NOW, runs: [run()], readings: [read()], usage: [], running: null, failed: null };
  return healthAnswer(held, { ...usual, ...known }).data.verdict;
}

const failedRun = run({ outcome: 'failed', report: runReport({ said: 'The token is not known.' }) });

describe('whether the numbers can be believed today', () => {
  it('is a plain yes where all is read', () => {
    expect(verdict()).toEqual({
      answer: 'yes',
      sentence: 'Yes: everything that is connected is read, and the data reach to Mon 10 Aug 2026, 09:00.',
      because: [],
      todo: [],
    });
  });

  it('is no, where the data stop more than two days ago, with the reason', () => {
    const late = { now: MONDAY + 2 * DAY + 1 };
    expect(verdict({ ...late, now: MONDAY + 2 * DAY }).answer).toBe('yes');
    expect(verdict(late)).toMatchObject({
      answer: 'no',
      sentence: 'Not as numbers of today: the data stop on Mon 10 Aug 2026, 09:00.',
      because: ['What they say of the weeks before is still true.', 'No import has run since.'],
    });
    expect(verdict({ ...late, runs: [failedRun] }).because[1]).toBe(
      'GitHub: acme: the last import (Mon 10 Aug 2026, 09:00) failed. The token is not known.',
    );
    const since = run({ startedAt: MONDAY + 3 * DAY });
    expect(verdict({ now: MONDAY + 4 * DAY, runs: [since] }).because[1]).toBe(
      'Imports have run since without bringing anything newer.',
    );
  });

  it('is yes for the most part where something failed, broke off, is behind, lost or unfinished', () => {
    const cases: [Partial<Known>, string][] = [
      [{ runs: [failedRun] }, 'The token is not known.'],
      [{ runs: [run({ outcome: null, endedAt: null, report: null })] }, 'broke off before its end'],
      [{ failed: 'The clone is gone.' }, 'The last import failed. The clone is gone.'],
      [
        { readings: [read(), read({ id: 'a', name: 'acme/a', coveredUntil: MONDAY - 3 * DAY })] },
        'Of 2 repositories 1 is behind.',
      ],
      [
        { readings: [read(), read({ id: 'a', coveredUntil: null }), read({ id: 'b', lost: 'Gone.' })] },
        'Of 3 repositories 1 is not read to the end yet and 1 can no longer be read.',
      ],
    ];
    for (const [known, because] of cases) {
      const { answer, because: said } = verdict(known);
      expect([answer, said.join(' ')]).toEqual(['partly', expect.stringContaining(because)]);
    }
  });

  it('does not call the import that is running broken off, nor the first one complete', () => {
    const at = run({ outcome: null, endedAt: null, report: null });
    expect(verdict({ runs: [at, run({ id: 0 })], running }).answer).toBe('yes');
    expect(verdict({ runs: [at], running })).toMatchObject({
      answer: 'partly',
      because: ['GitHub: acme: the first import is still at work, and more is to come.'],
    });
  });

  it('counts only what was asked for last: a failure that was mended is over, and so is what nobody asks for any more', () => {
    expect(verdict({ runs: [run({ id: 2 }), failedRun] }).answer).toBe('yes');
    const once = { ...failedRun, asked: 'git /typo', startedAt: MONDAY - 40 * DAY };
    expect(verdict({ runs: [run({ id: 2 }), once] }).answer).toBe('yes');
    expect(verdict({ runs: [run({ id: 2 }), { ...once, startedAt: MONDAY - DAY }] }).answer).toBe('partly');
  });

  it('says of an empty database why it is empty', () => {
    const empty = { readings: [], runs: [] };
    const nothing = heldOf([], []);
    expect(verdict(empty, nothing).sentence).toBe('There are no numbers yet: nothing is connected.');
    expect(verdict({ ...empty, running }, nothing).sentence).toMatch(/^Not yet: the first import is running/);
    expect(verdict({ ...empty, failed: 'No such folder.' }, nothing)).toMatchObject({
      answer: 'nothing',
      sentence: 'There are no numbers: the last import failed.',
      because: ['No such folder.'],
    });
    expect(verdict({ readings: [], runs: [failedRun] }, nothing).because).toEqual([
      'The token is not known.',
    ]);
  });

  it('never passes a demo for real, however old it is', () => {
    const demo = heldOf([forgeFact(1)], [freshForge(MONDAY, { source: 'demo' })]);
    expect(verdict({ now: MONDAY + 90 * DAY }, demo)).toMatchObject({
      answer: 'made-up',
      sentence: expect.stringContaining('does not exist'),
    });
  });
});

describe('the sources', () => {
  const sources = (readings: RepositoryReading[], runs: Run[] = [run()]) =>
    healthAnswer(shop(), { now: NOW, runs, readings, usage: [], running: null, failed: null }).data.sources;

  it('tell how far they are read, and of every repository in trouble the reason and what to do', () => {
    const said = 'acme/slow: GitHub gave no answer five times. The next run carries on.';
    const slow = run({ outcome: 'failed', report: runReport({ said }) });
    const [github] = sources(
      [
        read(),
        read({ id: 'a', name: 'acme/old', coveredUntil: MONDAY - 9 * DAY }),
        read({ id: 'b', name: 'acme/gone', lost: 'acme/gone is not on github.com.' }),
        read({ id: 'c', name: 'acme/slow', coveredUntil: null }),
      ],
      [slow],
    );
    expect(github?.sentence).toBe(
      '4 repositories, data to Mon 10 Aug 2026, 09:00. 1 is behind, 1 is not read to the end yet and 1 can no longer be read.',
    );
    expect(github?.troubled.map(({ name, state, reach, reason }) => [name, state, reach, reason])).toEqual([
      ['acme/old', 'behind', 'data to 1 Aug', 'No import has come to the end of it since.'],
      ['acme/gone', 'lost', 'data to 10 Aug', 'acme/gone is not on github.com.'],
      ['acme/slow', 'unfinished', '', said],
    ]);
    for (const { todo } of github?.troubled ?? []) expect(todo).toMatch(/\w+ \w+.*\.$/);
  });

  it('tell of a clone that it has to be fetched', () => {
    const [, clones] = sources([
      read(),
      read({ source: 'git', id: 'git:a', coveredUntil: MONDAY - 3 * DAY }),
    ]);
    expect([clones?.name, clones?.troubled[0]?.todo]).toEqual([
      'Clones on this machine',
      'Run git fetch in the clone, then import it again.',
    ]);
  });

  it('leave out a clone that GitHub’s copy stands in for, and say so', () => {
    const clone = fresh(MONDAY - 9 * DAY, { repositoryId: 'git:github.com/acme/shop' });
    const held = heldOf([forgeFact(1)], [clone, freshForge(MONDAY)]);
    const readings = [
      read(),
      read({ id: clone.repositoryId, source: 'git', coveredUntil: MONDAY - 9 * DAY }),
    ];
    const { data, warnings } = healthAnswer(held, {
      now: NOW,
      runs: [run()],
      readings,
      usage: [],
      running: null,
      failed: null,
    });
    expect(data.sources.map(({ source }) => source)).toEqual(['github']);
    expect(data.verdict.answer).toBe('yes');
    expect(warnings.map(({ code }) => code)).toEqual(['repository-twice']);
  });

  it('say a limit once, with the names of those that have it', () => {
    const limits = ['Shallow clone.'];
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => read({ id: name, name, limits }));
    expect(sources([read(), ...names])[0]?.limits).toEqual([
      { limit: 'Shallow clone.', names: 'a, b, c and 2 others' },
    ]);
    expect(sources(names)[0]?.limits).toEqual([{ limit: 'Shallow clone.', names: '' }]);
  });
});
