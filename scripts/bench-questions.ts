import { measureQuestions } from '../tests/support/bench/measured-questions.ts';
import { percentile } from '../tests/support/bench/served.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';

/** The real server over so many facts: distinct questions over HTTP, alone and while an ingest writes; start, memory, refresh. */
export async function questionFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const facts of [10_000, 100_000, 1_000_000]) {
    figures.push(...(await withFolder((data) => figuresOf(data, facts))));
  }
  return figures;
}

async function figuresOf(data: string, facts: number): Promise<Figure[]> {
  const { idle, beside, busy, same, bySql, ...found } = await measureQuestions(data, facts);
  const of = `of ${facts.toLocaleString('en')}`;
  const alone = percentile(idle.roundTrip, 0.95);
  return [
    atMost(`question ${of}, median inside`, percentile(idle.inside, 0.5), 'ms', 25),
    atMost(`question ${of}, p95 inside`, percentile(idle.inside, 0.95), 'ms', 50),
    described(`question ${of}, p95 round trip`, alone, 'ms'),
    ...found.slowest.map(({ name, milliseconds }) =>
      described(`among the slowest ${of}: ${name}`, milliseconds, 'ms'),
    ),
    described(`p95 beside a busy core ${of}`, percentile(beside.roundTrip, 0.95) / alone, 'x'),
    atMost(`p95 while an ingest writes ${of}`, percentile(busy.roundTrip, 0.95) / alone, 'x', 2),
    described(`weekly median by SQL ${of}`, bySql / percentile(same.inside, 0.5), 'x'),
    described(`start ${of}, right after all was written`, found.startedAfterWriting, 's'),
    atMost(`start ${of}`, found.startedIn, 's', 3),
    atMost(`memory ${of}`, found.megabytes, 'MB', 200),
    described(`choices of teams ${of}, the slowest`, Math.max(...found.choosing.inside), 'ms'),
    described(`choices over a window never seen ${of}, p95`, percentile(found.unseen.inside, 0.95), 'ms'),
    described(`phases before and after a day ${of}, p95`, percentile(found.parted.inside, 0.95), 'ms'),
    described(`shown after 1 % changed ${of}`, found.shownAfter, 's'),
  ];
}
