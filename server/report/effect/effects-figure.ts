import type { EffectRow, ImpactEffects, PercentRange } from '../../contract/impact.ts';
import type { OrCannot } from '../../stats/cannot.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { list } from '../../words/list.ts';
import { count } from '../../words/number.ts';
import { aboutChange, lessOrMore, rangeOf } from '../../words/percent-change.ts';
import { countsSentence } from './counts-words.ts';
import type { Effect } from './effect.ts';
import { percentRange, whyNot } from './percents.ts';

type Row = Pick<EffectRow, 'key' | 'name' | 'primary' | 'better' | 'before' | 'after' | 'unit' | 'n'> & {
  estimate: OrCannot<Estimate>;
  /** So few teams do not bear it out, although its range is clear. */
  isUnconfirmed?: boolean;
};

/** The two primary measures and the phases, each with its range and whether that is better or worse. */
export function effectsFigure(found: Effect): ImpactEffects {
  const rows = [...primaryRows(found), ...phaseRows(found)].map(rowOf);
  const clear = rows.filter(({ standing }) => standing === 'better' || standing === 'worse');
  const words = (standing: EffectRow['standing']) =>
    list(clear.filter((row) => row.standing === standing).map(({ name }) => name.toLowerCase()));
  const [better, worse] = [words('better'), words('worse')];
  const said = [better === '' ? '' : `better: ${better}`, worse === '' ? '' : `worse: ${worse}`].filter(
    (one) => one !== '',
  );
  return {
    finding: said.length === 0 ? 'No measure moved for certain' : capital(said.join('; ')),
    howToRead:
      'Each dot is the best estimate of the change since the starts, each bar its 95 % range: where it crosses 0, it could be no change. Only time and throughput decide the verdict.',
    description: `Changes since the starts: ${rows.map(({ name, sentence }) => `${name}: ${sentence}`).join('; ')}.`,
    coverage: countsSentence(found),
    n: found.counts.items,
    unknowable: null,
    about: {
      name: 'Effects',
      formula:
        'Mean logarithm of the time of each team in each four weeks, by the week in which work began; throughput as the logarithm of what is finished per person on the roster. Against what teams that had not started, and the team’s own past, led to expect where that can be compared.',
      unit: 'percent',
      minimum: '3 items in a team’s four weeks, 3 such periods before its start',
      emptyMeans: 'Nothing can be told apart from chance or from other reasons.',
      limits: [
        'The two primary measures are judged together (Holm); the phases are not, so one of them may seem to move by chance.',
        'Durations are calendar hours.',
      ],
    },
    rows,
  };
}

function primaryRows({ primaries, clock, sides, rate }: Effect): Row[] {
  const perPerson = clock.of === 'issues' ? 'issues per person' : 'pull requests per person';
  return [
    {
      ...{ key: 'time', name: clock.name, primary: true, better: 'lower', unit: 'hours' },
      ...{ before: sides.before, after: sides.after, n: sides.n },
      estimate: primaries.time.findings.effect,
      isUnconfirmed: primaries.time.isUnconfirmed,
    },
    {
      ...{ key: 'throughput', primary: true, better: 'higher', unit: perPerson },
      name: clock.of === 'issues' ? 'Issues finished' : 'Merged pull requests',
      ...{ before: rate.before, after: rate.after, n: rate.n },
      estimate: primaries.throughput.findings.effect,
      isUnconfirmed: primaries.throughput.isUnconfirmed,
    },
  ];
}

function phaseRows({ phases }: Effect): Row[] {
  return phases.map(({ measure, name, unit, before, after, n, estimate }): Row => {
    const better = measure === 'batch-size' ? 'neither' : 'lower';
    return { key: measure, name, primary: false, better, unit, before, after, n, estimate };
  });
}

function rowOf({ estimate, isUnconfirmed = false, ...row }: Row): EffectRow {
  const percent = percentRange(estimate);
  if (percent === null) {
    const why = `Cannot be told: ${whyNot(estimate)}.`;
    return { ...row, percent, standing: 'cannot', word: WORDS.cannot, why, sentence: why };
  }
  if (isUnconfirmed) {
    const sentence = `${aboutChange(percent)}, which so few teams do not bear out: ${WORDS.none}`;
    return { ...row, percent, standing: 'none', word: WORDS.none, why: '', sentence };
  }
  const standing = standingOf(percent, row.better);
  const range =
    percent.low * percent.high > 0 ? `likely ${rangeOf(percent)}` : `it could be ${rangeOf(percent)}`;
  const sentence = `about ${lessOrMore(percent.value)} (${range}): ${WORDS[standing]}`;
  return { ...row, percent, standing, word: WORDS[standing], why: '', sentence };
}

const WORDS = {
  better: 'better',
  worse: 'worse',
  none: 'no clear change',
  neither: 'moved, neither better nor worse in itself',
  cannot: 'cannot be told',
} as const;

function standingOf({ low, high }: PercentRange, better: EffectRow['better']): EffectRow['standing'] {
  if (low * high <= 0) return 'none';
  if (better === 'neither') return 'neither';
  return high < 0 === (better === 'lower') ? 'better' : 'worse';
}

/** How a change stands, in a word: for the numbers of the verdict. */
export function standingWord(percent: PercentRange | null, better: 'lower' | 'higher') {
  const standing = percent === null ? 'cannot' : standingOf(percent, better);
  return { standing: standing === 'neither' ? ('none' as const) : standing, word: WORDS[standing] };
}

export function itemsOf({ counts, clock }: Effect): string {
  return count(counts.items, clock.noun);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
