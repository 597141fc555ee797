import { count, number } from './number.ts';
import { aboutChange, lessOrMore, type PercentChange, rangeOf, sizeOf } from './percent-change.ts';
import type { MeasureFinding, SaidVerdict, VerdictFacts, VerdictFinding, VerdictRowName } from './verdict.ts';

type Said = Omit<SaidVerdict, 'row'>;

const grey = (sentence: string, under = ''): Said => ({ sentence, under, tone: null });

const UNTIMED = [
  'We cannot time this work: nothing tells when it was opened.',
  'A clone has merges and no openings. Read the same repositories from GitHub, and there is something to compare.',
] as const;

/** The copy of every row, with its numbers. */
export function saidOf(row: VerdictRowName, facts: VerdictFacts): Said {
  const { start, visible, before, since, finished, finding } = facts;
  switch (row) {
    case 'no-data':
      if (facts.isUntimed === true && facts.importing === null) return grey(...UNTIMED);
      return grey(
        facts.importing === null
          ? 'Nothing to show yet.'
          : `Nothing to show yet. The first import is running: ${facts.importing}.`,
        facts.importing === null
          ? 'You can look at the demo in the meantime.'
          : 'Numbers appear as it goes on.',
      );
    case 'stale':
      return grey(
        `These numbers stop on ${facts.stale?.until ?? ''}.`,
        staleUnder(facts.stale?.failed ?? null),
      );
    case 'no-start':
      return grey('Tell us when the rollout began.', 'Teams can have different dates.');
    case 'not-started':
      return grey(
        `The rollout starts on ${start?.day ?? ''}.`,
        join([
          facts.baseline === null ? '' : `Baseline: ${facts.baseline}.`,
          visible.percent === null
            ? 'With these teams and weeks we cannot tell yet how large a change would have to be.'
            : `With your teams we would see a change of about ${sizeOf(visible.percent)} after ${count(visible.weeks, 'week')}.`,
        ]),
      );
    case 'no-before':
      return grey(
        'We have no “before”.',
        `Data begin ${before.begins}; the rollout was ${start?.day ?? ''}. Import at least 8 weeks earlier.`,
      );
    case 'too-early':
      return grey(
        'Too early to say.',
        `${capital(count(since.weeks, 'full week'))} since the start; we wait for ${number(since.need)}. Next look: ${since.nextLook}.`,
      );
    case 'too-few':
      return grey(
        'Not enough finished work to say.',
        join([
          `${capital(number(finished.since))} ${finished.noun} since the start.`,
          `With ${number(finished.need)} we could see a change of 25 %.`,
        ]),
      );
    default:
      return finding === null ? grey('Not enough to tell yet.') : foundSaid(row, finding);
  }
}

function foundSaid(row: VerdictRowName, finding: VerdictFinding): Said {
  const { time, throughput, others, phase, counts, medians, alone } = finding;
  const effect = time.effect ?? NOTHING;
  switch (row) {
    case 'paths-differed':
      return grey(
        'We cannot tell: these teams were already moving differently before they started.',
        time.lead === null
          ? ''
          : `In the 12 weeks before their starts they took ${aboutChange(time.lead)} than their own past and the other teams led us to expect.`,
      );
    case 'methods-disagree':
      return grey(
        'We cannot tell: two sound methods disagree.',
        `One says ${aboutChange(effect)} time, the other ${time.other === null ? 'otherwise' : aboutChange(time.other)}.`,
      );
    case 'faded':
      return fadedSaid(finding);
    case 'slower':
      if (time.verdict !== 'worse') {
        const less = throughput.effect ?? NOTHING;
        return {
          sentence: `Less is getting finished since the start: about ${sizeOf(less.value)} (${rangeOf(less)}).`,
          under: join([`Counted: ${finding.work} per person.`, counts]),
          tone: 'worse',
        };
      }
      return {
        sentence: `Work takes longer since the start: about ${sizeOf(effect.value)} (${rangeOf(effect)}).`,
        under: join([phase === null ? '' : `Most of it is in ${phase.toLowerCase()}.`, medians, counts]),
        tone: 'worse',
      };
    case 'faster-compared':
      return {
        sentence: `Probably yes: teams that started take about ${sizeOf(effect.value)} less time (${rangeOf(effect)}) than expected from teams that had not.`,
        under: join([moreWords(finding), medians, counts]),
        tone: 'better',
      };
    case 'faster':
      return {
        sentence: `Faster after the start, by about ${sizeOf(effect.value)} (${rangeOf(effect)}); nothing to compare with.`,
        under: join([alone, moreWords(finding), medians, counts]),
        tone: 'better',
      };
    case 'more-not-faster':
      return {
        sentence:
          time.verdict === 'not enough data'
            ? `More is getting finished: about ${sizeOf((throughput.effect ?? NOTHING).value)} (${rangeOf(throughput.effect ?? NOTHING)}). Whether each piece takes as long as before we cannot tell.`
            : 'More is getting finished; each piece takes as long as before.',
        under: join([
          `${capital(finding.work)} per person: ${aboutChange(throughput.effect ?? NOTHING)}.`,
          `Time: ${aboutChange(effect)}, which could be no change.`,
          counts,
        ]),
        tone: 'better',
      };
    case 'faster-others-too':
      return grey(
        'Faster, but so is everyone.',
        join([
          others === null ? '' : `Teams that had not started took less time as well: ${aboutChange(others)}.`,
          `Against them, teams that started: ${aboutChange(effect)}.`,
        ]),
      );
    case 'no-meaningful-change':
      return grey(
        'No change that matters: a difference over 10 % either way is ruled out.',
        join([
          `Best estimate ${aboutChange(effect)}.`,
          moreWords(finding),
          medians,
          besideWords(finding),
          counts,
        ]),
      );
    case 'no-detectable-change':
      return grey(
        `No change we could detect. Range ${rangeOf(time.judged ?? effect)}; we would notice ${sizeOf(time.smallest ?? 25)}.`,
        join([atOnce(effect), moreWords(finding), medians, besideWords(finding), counts]),
      );
    default:
      return grey(
        'Not enough to tell yet.',
        join([unconfirmedWords(finding), alone, missingWords(finding), plainWords(finding)]),
      );
  }
}

/** Where the range alone would tell a change, and so few teams need more than that. */
function unconfirmedWords({ time, throughput, work }: VerdictFinding): string {
  const of = (name: string, { unconfirmed, effect }: MeasureFinding) =>
    unconfirmed === '' ? '' : `${name}: ${aboutChange(effect ?? NOTHING)}, but ${unconfirmed}.`;
  const said = [of('Time', time), of(`${capital(work)} per person`, throughput)].filter((one) => one !== '');
  return join([...said, said.length === 0 ? '' : 'With fewer than 12 teams both have to agree.']);
}

const NOTHING: PercentChange = { value: 0, low: 0, high: 0 };

/** Medians that moved in all teams alike are no change by the start. */
function besideWords({ medians, others }: VerdictFinding): string {
  return medians === '' || others === null
    ? ''
    : `Teams that had not started, over the same time: ${aboutChange(others)}.`;
}

/** Where one measure by itself would have told a change. */
function atOnce({ low, high }: PercentChange): string {
  if (low * high <= 0) return '';
  const range = rangeOf({ value: 0, low, high });
  return `By itself the range would be ${range} ${high < 0 ? 'less' : 'more'}, but time and output are judged at once, so each has to be surer.`;
}

function fadedSaid({ time, throughput, work }: VerdictFinding): Said {
  const isTime = time.verdict === 'gain faded' || time.verdict === 'loss recovered';
  const { early, late } = isTime ? time : throughput;
  const [first, then] = [early ?? NOTHING, late ?? NOTHING];
  if (!isTime) {
    return grey(
      'More at first, no difference now.',
      `${capital(work)} per person: ${lessOrMore(first.value)} in the first 8 weeks, ${lessOrMore(then.value)} (${rangeOf(then)}) since. Each piece takes as long as before.`,
    );
  }
  return grey(
    time.verdict === 'gain faded'
      ? 'Faster at first, no difference now.'
      : 'Slower at first, no difference now.',
    `${sizeOf(first.value)} ${first.value < 0 ? 'less' : 'more'} time in the first 8 weeks, ${lessOrMore(then.value)} (${rangeOf(then)}) since.`,
  );
}

/** What throughput says beside a finding about time. */
function moreWords({ throughput, work }: VerdictFinding): string {
  const { effect, verdict } = throughput;
  if (effect === null) return '';
  const clear = verdict === 'better' || verdict === 'worse';
  return `${capital(work)} per person: ${aboutChange(effect)}${clear ? '' : ', which could be no change'}.`;
}

function missingWords({ missing, isCompared }: VerdictFinding): string {
  const weeks = missing.weeks === null ? null : `${count(missing.weeks, 'more week')}`;
  const teams = missing.teams === null ? null : `${count(missing.teams, 'more team')}`;
  if (weeks !== null && teams !== null) return `${weeks}, or ${teams}, would do.`;
  if (teams !== null) return `${isCompared ? 'More weeks alone will not do it: ' : ''}${teams} would do.`;
  return weeks === null ? '' : `${weeks} would do.`;
}

function plainWords({ plain, isCompared }: VerdictFinding): string {
  if (plain === null || isCompared) return '';
  return `Plain before and after of the same people: ${aboutChange(plain)}, with everything else that has changed since.`;
}

function staleUnder(failed: string | null): string {
  return failed === null
    ? 'No import has brought anything newer since. Import again before you share this page.'
    : `The last import failed: ${failed.replace(/\.$/, '')}. Fix that before you share this page.`;
}

function join(sentences: readonly string[]): string {
  return sentences.filter((one) => one !== '').join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
