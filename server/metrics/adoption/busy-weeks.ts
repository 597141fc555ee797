import { cannot, isCannot, type OrCannot } from '../../stats/cannot.ts';
import { clustersOf } from '../../stats/inference/clusters.ts';
import { type Jackknifed, jackknifeOne } from '../../stats/inference/jackknife.ts';
import { mean } from '../../stats/numbers.ts';
import { effectBesideTrends } from '../../stats/regression/effect-beside-trends.ts';
import { leftOutSlope } from '../../stats/regression/left-out-slope.ts';
import { intercept, leastSquares } from '../../stats/regression/ordinary-least-squares.ts';

/** A week of one person with work: how much, whether use shows in it, and how loaded the team was on its Monday. */
export type PersonWeek = {
  readonly person: number;
  readonly team: number;
  readonly week: number;
  /** Pull requests: the more of them, the likelier one of them carries a mark. */
  readonly work: number;
  readonly shows: boolean;
  /** 0 to 3: the quarter of the team's weeks that it lies in by load, 3 being the busiest. */
  readonly quarter: number;
};

/** A quarter of a year: people are compared with themselves within it, so that a slow rise or fall of use is no effect of load. */
const BLOCK = 13;
const BUSIEST = 3;
/** Beyond so many pull requests one more makes no difference. */
const MANY = 4;

/**
 * How much likelier use shows in a busy week: a linear model of "use shows" with an effect of each person in each quarter of a year, a
 * trend of each team, and (`byWork`) one of how many pull requests there were; jackknife over people (STATISTICS (0)). In shares.
 */
export function busyEffect(rows: readonly PersonWeek[], byWork: boolean): OrCannot<Jackknifed> {
  const persons = clustersOf(rows.map(({ person }) => person));
  const blocks = clustersOf(
    rows.map(({ person, team, week }) => (person * 4096 + team) * 1024 + Math.floor(week / BLOCK)),
  );
  const amounts = byWork
    ? Array.from({ length: MANY - 1 }, (_, less) => rows.map(({ work }) => Number(work === less + 1)))
    : [];
  return effectBesideTrends(
    {
      outcome: rows.map(({ shows }) => Number(shows)),
      treated: rows.map(({ quarter }) => Number(quarter === BUSIEST)),
      columns: amounts.filter((column) => new Set(column).size > 1),
      trend: rows.map(({ week }) => (week % BLOCK) / BLOCK),
      groups: clustersOf(rows.map(({ team }) => team)),
      blocks,
    },
    persons,
  );
}

/**
 * The same of one team, told by its own weeks: whether these people's use is lower in this team's busy weeks. Of so few people one or
 * two who change decide it, so it is the weeks that are left out one by one; an effect of each quarter of a year and a trend.
 */
export function teamBusyEffect(rows: readonly PersonWeek[], byWork: boolean): OrCannot<Jackknifed> {
  const many = byWork ? MANY - 1 : 0;
  const blockOf = ({ person, week }: PersonWeek) => `${person} ${Math.floor(week / BLOCK)}`;
  const usual = new Map(
    [...Map.groupBy(rows, blockOf)].map(([block, own]) => [
      block,
      mean(own.map(({ shows }) => Number(shows))),
    ]),
  );
  const weeks = [...Map.groupBy(rows, ({ week }) => week)].map(([week, own]) => ({
    week,
    busy: own.some(({ quarter }) => quarter === BUSIEST),
    beside: mean(own.map((row) => Number(row.shows) - (usual.get(blockOf(row)) ?? 0))),
    amounts: Array.from({ length: many }, (_, less) =>
      mean(own.map(({ work }) => Number(work === less + 1))),
    ),
  }));
  const blocks = [...new Set(weeks.map(({ week }) => Math.floor(week / BLOCK)))].slice(1);
  // Intercept, busy and trend come with them: of fewer weeks nothing is left to tell an effect by.
  if (weeks.length <= 3 + blocks.length + many) return cannot('too few observations');
  const fit = leastSquares(
    weeks.map(({ beside }) => beside),
    [
      intercept(weeks.length),
      { name: 'busy', values: weeks.map(({ busy }) => Number(busy)) },
      { name: 'trend', values: weeks.map(({ week }) => (week % BLOCK) / BLOCK) },
      ...blocks.map((block) => ({
        name: `block ${block}`,
        values: weeks.map(({ week }) => Number(Math.floor(week / BLOCK) === block)),
      })),
      ...Array.from({ length: many }, (_, less) => ({
        name: `amount ${less}`,
        values: weeks.map(({ amounts }) => amounts[less] ?? 0),
      })),
    ],
  );
  if (isCannot(fit)) return fit;
  const busy = fit.names.indexOf('busy');
  if (busy < 0) return cannot('singular design');
  return jackknifeOne(weeks.length, (leftOut) =>
    leftOut === null ? (fit.coefficients[busy] ?? Number.NaN) : leftOutSlope(fit, busy, leftOut),
  );
}

/** So many weeks before and after say what load is usual: a backlog that only grows makes no week busy. */
const AROUND = 6;

/** The quarter of each week by load, beside what was usual around it: of one team alone, so that none is busy for being large. */
export function quartersOf(loads: ReadonlyMap<number, number>): Map<number, number> {
  const relative = [...loads].map(([week, load]): [number, number] => {
    const around = [...loads].flatMap(([other, one]) => (Math.abs(other - week) <= AROUND ? [one] : []));
    const usual = around.reduce((sum, one) => sum + one, 0) / around.length;
    return [week, usual > 0 ? load / usual : 0];
  });
  const inOrder = relative.sort(([, one], [, other]) => one - other);
  return new Map(inOrder.map(([week], rank) => [week, Math.floor((4 * rank) / inOrder.length)]));
}
