import { describe, expect, it } from 'vitest';
import { isCannot } from '../../../server/stats/cannot.ts';
import { type Clusters, clustersOf } from '../../../server/stats/inference/clusters.ts';
import { median } from '../../../server/stats/quantile.ts';
import { authorFixedEffect } from '../../../server/stats/regression/author-fixed-effect.ts';
import { clusterRobust } from '../../../server/stats/regression/cluster-robust.ts';
import {
  type Column,
  indicators,
  intercept,
  leastSquares,
} from '../../../server/stats/regression/ordinary-least-squares.ts';
import { ratioOfQuantiles } from '../../../server/stats/two-sample/before-after.ts';
import reference from '../../reference/scenarios.json' with { type: 'json' };
import { can, close } from '../../support/reference.ts';
import { type ScenarioRow, scenarioRows } from '../../support/reference-scenario.ts';

const organisations = ['real_improvement', 'simpson_ai_prs', 'busy_week_adoption', 'tiny_org'] as const;

/** Coefficient of the first column beside author effects, with CR2. */
function withAuthors(rows: readonly ScenarioRow[], columns: Column[], clusters: Clusters) {
  const authors = clustersOf(rows.map(({ author }) => author));
  const fit = can(
    leastSquares(
      rows.map(({ hours }) => Math.log(hours)),
      [intercept(rows.length), ...columns, ...indicators('author', authors.codes, authors.count)],
    ),
  );
  const errors = clusterRobust(fit, columns[0]?.name ?? '', clusters);
  return can(isCannot(errors) ? errors : errors.cr2);
}

describe.each(organisations)('The organisation %s', (name) => {
  const rows = scenarioRows(name);
  const wanted = reference[name];
  const isAfter = ({ week, startWeek }: ScenarioRow) => (startWeek > 0 && week >= startWeek ? 1 : 0);
  const starters = rows.filter(({ startWeek }) => startWeek > 0);
  const after = starters.map(isAfter);
  const teams = clustersOf(starters.map(({ team }) => team));

  it('has the plain before and after of its starters', () => {
    const hours = starters.map((row) => row.hours);
    const side = (kind: number) => Float64Array.from(hours.filter((_, row) => after[row] === kind));
    const { median_before, median_after, ratio_of_medians } = wanted.naive_before_after_adopters;
    close(median(side(0)), median_before, 1e-9);
    close(median(side(1)), median_after, 1e-9);
    close(can(ratioOfQuantiles(hours, after, teams)).ratio, ratio_of_medians, 1e-9);
  });

  it('has the before and after of the same people', () => {
    const authors = clustersOf(starters.map(({ author }) => author));
    const ours = can(
      authorFixedEffect(
        starters.map(({ hours }) => Math.log(hours)),
        after,
        [],
        authors,
        teams,
      ),
    );
    close(can(ours.effect).value, wanted.before_after_author_fe.log, 1e-7);
    // A column an author for thousands of rows takes a second; one organisation will do.
    if (name !== 'real_improvement') return;
    const found = withAuthors(starters, [{ name: 'after', values: after }], teams);
    close(found.value, wanted.before_after_author_fe.log, 1e-7);
    close(found.se, wanted.before_after_author_fe.se_CR2_team, 1e-6);
    close(found.df, wanted.before_after_author_fe.df, 1e-6);
  });

  it('has AI-marked against other work, naively and of the same author and size', () => {
    const later = starters.filter((row) => isAfter(row) === 1);
    const hours = later.map((row) => row.hours);
    const ai = later.map((row) => row.ai);
    const authors = clustersOf(later.map(({ author }) => author));
    const { naive_ratio_of_medians, author_fe_log_size } = wanted.ai_vs_not_post_period;
    close(can(ratioOfQuantiles(hours, ai, authors)).ratio, naive_ratio_of_medians, 1e-9);
    const size = { name: 'size', values: later.map(({ lines }) => Math.log(lines)) };
    const found = withAuthors(later, [{ name: 'ai', values: ai }, size], authors);
    close(found.value, author_fe_log_size.log, 1e-7);
    close(found.se, author_fe_log_size.se_CR2_author, 1e-6);
    close(found.df, author_fe_log_size.df, 1e-6);
    expect(found.df).toBeLessThan(authors.count);
  });
});
