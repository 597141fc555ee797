import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../../server/stats/inference/clusters.ts';
import { poissonEffects } from '../../../server/stats/regression/poisson-effects.ts';
import { poissonClusterError, rateEffect } from '../../../server/stats/regression/rate-effect.ts';
import reference from '../../reference/rates.json' with { type: 'json' };
import { can, close, column, referenceColumns } from '../../support/reference.ts';

const data = referenceColumns('author_week_counts.csv');
const names = ['week', 'author', 'team', 'days', 'post', 'prs'];
const [week, author, team, days, post, prs] = names.map((name) => column(data, name));

type Rows = { week: number[]; author: number[]; days: number[]; post: number[]; prs: number[] };

function modelOf(rows: Rows) {
  const authors = clustersOf(rows.author);
  const weeks = clustersOf(rows.week);
  const grouped = {
    units: authors.codes,
    periods: weeks.codes,
    unitCount: authors.count,
    periodCount: weeks.count,
  };
  return { model: { counts: rows.prs, columns: [rows.post], exposure: rows.days, grouped }, authors };
}

const rows: Rows = {
  week: week ?? [],
  author: author ?? [],
  days: days ?? [],
  post: post ?? [],
  prs: prs ?? [],
};

describe('Pull requests per author and week by PPML', () => {
  const { model, authors } = modelOf(rows);
  const wanted = reference.author_week.ppml_two_way_fe;

  it('with author and week effects agree with R, and so do their clustered errors', () => {
    const fit = can(poissonEffects(model));
    expect(model.counts).toHaveLength(reference.author_week.n);
    close(fit.coefficients[0], wanted.log_rate_ratio, 1e-7);
    close(Math.sqrt(fit.bread.get(0, 0)), wanted.se_model, 1e-6);
    close(fit.deviance, wanted.deviance, 1e-7);
    close(fit.dispersion, wanted.dispersion, 1e-6);
    const byAuthor = poissonClusterError(fit, rows.prs, authors);
    close(byAuthor, wanted.se_cluster_author_CR0, 1e-6);
    close(byAuthor * Math.sqrt(36 / 35), wanted.se_cluster_author_G_over_Gm1, 1e-6);
    const free = (1011 - 1) / (1011 - fit.rank - 1);
    close(byAuthor * Math.sqrt((36 / 35) * free), wanted.se_cluster_author_stata_like, 1e-6);
    const teams = clustersOf(team ?? []);
    const byTeam = poissonClusterError(fit, rows.prs, teams);
    close(byTeam * Math.sqrt(teams.count / (teams.count - 1)), wanted.se_cluster_team_G_over_Gm1, 1e-6);
  });

  it('with team effects alone agree with R', () => {
    const teams = clustersOf(team ?? []);
    const grouped = {
      units: teams.codes,
      periods: new Uint8Array(1011),
      unitCount: teams.count,
      periodCount: 1,
    };
    const fit = can(poissonEffects({ ...model, grouped }));
    const { poisson_team_fe } = reference.author_week;
    close(fit.coefficients[0], poisson_team_fe.log_rate_ratio, 1e-7);
    close(Math.sqrt(fit.bread.get(0, 0)), poisson_team_fe.se_model, 1e-6);
    close(fit.dispersion, poisson_team_fe.dispersion, 1e-6);
    const byAuthor = poissonClusterError(fit, rows.prs, authors);
    close(byAuthor * Math.sqrt(36 / 35), poisson_team_fe.se_cluster_author_G_over_Gm1, 1e-6);
  });

  it('have a jackknife error above the sandwich, which is too small with 36 authors', () => {
    const { rate } = can(rateEffect(model, authors));
    const { ratio, log } = can(rate);
    close(ratio, wanted.rate_ratio, 1e-7);
    expect(log.df).toBe(35);
    expect(log.se).toBeGreaterThan(wanted.se_cluster_author_CR0);
    expect(log.se).toBeLessThan(1.25 * wanted.se_cluster_author_CR0);
  });

  it('leave out an author who never merged anything, say so, and give the same estimate', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => index);
    const { model: more, authors: all } = modelOf({
      week: [...rows.week, ...twelve.map((index) => index + 1)],
      author: [...rows.author, ...twelve.map(() => 99)],
      days: [...rows.days, ...twelve.map(() => 5)],
      post: [...rows.post, ...twelve.map((index) => index % 2)],
      prs: [...rows.prs, ...twelve.map(() => 0)],
    });
    const fit = can(poissonEffects(more));
    close(fit.coefficients[0], reference.author_week_separation.log_rate_ratio, 1e-7);
    const dropped = fit.droppedUnits.map((unit) => all.labels[unit]);
    expect(dropped).toEqual(reference.author_week_separation.dropped_authors);
  });
});
