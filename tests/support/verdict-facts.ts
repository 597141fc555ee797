import type {
  MeasureFinding,
  VerdictFacts,
  VerdictFinding,
  VerdictRowName,
} from '../../server/words/verdict.ts';

export const change = (value: number, low: number, high: number) => ({ value, low, high });

export const unmoved: MeasureFinding = {
  verdict: 'no detectable change',
  effect: change(1, -8, 12),
  judged: change(1, -9, 13),
  early: change(2, -9, 14),
  late: change(0, -9, 10),
  lead: change(1, -6, 8),
  other: change(-1, -12, 11),
  smallest: 13,
  unconfirmed: '',
};
export const faster: MeasureFinding = { ...unmoved, verdict: 'better', effect: change(-18.3, -25, -11) };
export const more: MeasureFinding = { ...unmoved, verdict: 'better', effect: change(12, 4, 21) };

export const finding: VerdictFinding = {
  isCompared: true,
  alone: '',
  time: unmoved,
  throughput: unmoved,
  others: change(-17, -22, -11),
  phase: 'Pickup',
  counts: '24 teams (16 started), 144 people, 7,091 pull requests, 48 weeks.',
  medians: 'Time to merge: half within 35 hours, 46 before.',
  work: 'issues finished',
  missing: { weeks: 12, teams: 4 },
  plain: change(-7, -15, 2),
};

export const facts: VerdictFacts = {
  hasData: true,
  importing: null,
  stale: null,
  start: { day: '10 Nov 2025', isAhead: false },
  baseline: '46 hours (time to merge, median)',
  visible: { percent: 19, weeks: 24 },
  before: { weeks: 52, begins: '11 Nov 2024' },
  since: { weeks: 52, followed: 48, need: 10, nextLook: '12 Jan 2026' },
  finished: { noun: 'pull requests merged', since: 2400, need: 442 },
  finding,
};

export const found = (over: Partial<VerdictFinding>): VerdictFacts => ({
  ...facts,
  finding: { ...finding, ...over },
});
export const time = (over: Partial<MeasureFinding>) => found({ time: { ...unmoved, ...over } });

/** Data that reach each row, and what is said then. */
export const rows: Record<VerdictRowName, [VerdictFacts, string]> = {
  'no-data': [
    { ...facts, hasData: false, importing: '38 of 120 repositories' },
    'Nothing to show yet. The first import is running: 38 of 120 repositories.',
  ],
  stale: [
    { ...facts, stale: { until: '21 Nov 2026', failed: 'GitHub: no answer' } },
    'These numbers stop on 21 Nov 2026.',
  ],
  'no-start': [{ ...facts, start: null }, 'Tell us when the rollout began.'],
  'not-started': [
    { ...facts, start: { day: '30 Nov 2026', isAhead: true } },
    'The rollout starts on 30 Nov 2026.',
  ],
  'no-before': [{ ...facts, before: { weeks: 4, begins: '13 Oct 2025' } }, 'We have no “before”.'],
  'too-early': [
    { ...facts, since: { weeks: 3, followed: 0, need: 10, nextLook: '12 Jan 2026' } },
    'Too early to say.',
  ],
  'too-few': [
    { ...facts, finished: { noun: 'issues finished', since: 12, need: 442 } },
    'Not enough finished work to say.',
  ],
  'paths-differed': [
    time({ verdict: 'paths differed', lead: change(-14, -22, -5) }),
    'We cannot tell: these teams were already moving differently before they started.',
  ],
  'methods-disagree': [time({ verdict: 'methods disagree' }), 'We cannot tell: two sound methods disagree.'],
  faded: [
    time({ verdict: 'gain faded', early: change(-28, -36, -19), late: change(-2, -12, 10) }),
    'Faster at first, no difference now.',
  ],
  slower: [
    time({ verdict: 'worse', effect: change(20, 9, 32) }),
    'Work takes longer since the start: about 20 % (9 % to 32 %).',
  ],
  'faster-compared': [
    found({ time: faster }),
    'Probably yes: teams that started take about 18 % less time (11 % to 25 %) than expected from teams that had not.',
  ],
  faster: [
    found({
      time: faster,
      isCompared: false,
      alone: 'Every team started, so we cannot rule out other reasons.',
    }),
    'Faster after the start, by about 18 % (11 % to 25 %); nothing to compare with.',
  ],
  'more-not-faster': [
    found({ throughput: more }),
    'More is getting finished; each piece takes as long as before.',
  ],
  'faster-others-too': [time({ verdict: 'everyone better' }), 'Faster, but so is everyone.'],
  'no-meaningful-change': [
    time({ verdict: 'no meaningful change', effect: change(-1, -8, 6) }),
    'No change that matters: a difference over 10 % either way is ruled out.',
  ],
  'no-detectable-change': [
    facts,
    'No change we could detect. Range 9 % less to 13 % more; we would notice 13 %.',
  ],
  'not-enough': [time({ verdict: 'not enough data' }), 'Not enough to tell yet.'],
};
