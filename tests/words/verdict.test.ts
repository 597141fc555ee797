import { describe, expect, it } from 'vitest';
import { VERDICT_ROWS, verdictOfFacts } from '../../server/words/verdict.ts';
import { change, facts, faster, found, more, rows, time, unmoved } from '../support/verdict-facts.ts';

const NEVER =
  /prove[sdn]?\b|caus(?:e|ed|es|ing)\b|productiv|saved hours|hours saved|\bROI\b|elite|top performer|so the tool is|NaN|undefined|null|Infinity/i;

describe.each(VERDICT_ROWS)('The row %s', (row) => {
  const [asked, sentence] = rows[row];
  const said = verdictOfFacts(asked);

  it('is reached, and says its sentence', () => {
    expect(said.row).toBe(row);
    expect(said.sentence).toBe(sentence);
  });

  it('uses none of the words that are never used, and no number that is none', () => {
    expect(`${said.sentence} ${said.under}`).not.toMatch(NEVER);
  });

  it('has a colour only where it is better or worse', () => {
    const tone = {
      slower: 'worse',
      faster: 'better',
      'faster-compared': 'better',
      'more-not-faster': 'better',
    };
    expect(said.tone).toBe(Object.entries(tone).find(([name]) => name === row)?.[1] ?? null);
  });
});

describe('The verdict', () => {
  it('asks for data first, then for doubts, then for what was found', () => {
    const all = { ...time({ verdict: 'paths differed' }), hasData: false, start: null };
    expect(verdictOfFacts(all).row).toBe('no-data');
    expect(verdictOfFacts({ ...all, hasData: true }).row).toBe('no-start');
    expect(verdictOfFacts({ ...all, hasData: true, start: facts.start }).row).toBe('paths-differed');
  });

  it('says of work whose beginning nothing tells that it cannot be timed, and not that there is none', () => {
    const clone = { ...facts, hasData: false, isUntimed: true };
    expect(verdictOfFacts(clone).sentence).toBe(
      'We cannot time this work: nothing tells when it was opened.',
    );
    expect(verdictOfFacts(clone).under).toContain('from GitHub');
    expect(verdictOfFacts({ ...clone, isUntimed: false }).sentence).toBe('Nothing to show yet.');
    expect(verdictOfFacts({ ...clone, importing: '2 of 3' }).sentence).toContain('2 of 3');
  });

  it('calls less work finished worse, also where nothing takes longer', () => {
    const less = { ...unmoved, verdict: 'worse', effect: change(-15, -24, -5) } as const;
    const said = verdictOfFacts(found({ throughput: less }));
    expect(said.sentence).toBe('Less is getting finished since the start: about 15 % (5 % to 24 %).');
    expect(verdictOfFacts(found({ time: faster, throughput: less })).row).toBe('faster-compared');
  });

  it('does not call work as fast as before where that cannot be told', () => {
    const said = verdictOfFacts(
      found({ time: { ...unmoved, verdict: 'not enough data' }, throughput: more }),
    );
    expect(said.row).toBe('more-not-faster');
    expect(said.sentence).toContain('Whether each piece takes as long as before we cannot tell');
  });

  it('says why a range that leaves no change out is no change yet', () => {
    const effect = change(-7, -13, -0.9);
    const { sentence, under } = verdictOfFacts(time({ effect, judged: change(-7, -14, 0.2) }));
    expect(sentence).toBe('No change we could detect. Range 14 % less to 0.2 % more; we would notice 13 %.');
    expect(under).toMatch(
      /^By itself the range would be 0\.9 % to 13 % less, but time and output are judged at once/,
    );
  });

  it('tells more at first from faster at first', () => {
    const said = verdictOfFacts(found({ throughput: { ...more, verdict: 'gain faded' } }));
    expect(said.sentence).toBe('More at first, no difference now.');
  });

  it('says what more would do where there is not enough', () => {
    const said = verdictOfFacts(time({ verdict: 'not enough data' }));
    expect(said.under).toBe('12 more weeks, or 4 more teams, would do.');
    const alone = found({
      isCompared: false,
      time: { ...unmoved, verdict: 'not enough data' },
      missing: { weeks: null, teams: 5 },
    });
    expect(verdictOfFacts(alone).under).toContain(
      'Plain before and after of the same people: about 7 % less (15 % less to 2 % more)',
    );
  });
});
