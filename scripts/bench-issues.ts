import { derive } from '../server/ingest/derive.ts';
import type { Store } from '../server/store/open.ts';
import { measureIssues } from '../tests/support/bench/measured-issues.ts';
import { percentile } from '../tests/support/bench/served.ts';
import { CHANGES } from '../tests/support/bench/synthetic-issues.ts';
import { withFolder } from './bench-folder.ts';
import { atLeast, atMost, described, type Figure } from './figure.ts';

/** Issues and their changes through the store, measured by the program's own derive, and asked about; a fifth of them have a pull request. */
export function issueFigures(issues = 500_000): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const found = await measureIssues(folder, issues, measured);
    const { inside, roundTrip } = found.took;
    const many = issues.toLocaleString('en');
    const size = `of ${many} issues with ${(issues * CHANGES).toLocaleString('en')} changes`;
    return [
      described(`written ${size}`, issues / found.written, '/s'),
      atLeast(`derived ${size}`, issues / found.derived, '/s', 50_000),
      described(`derived ${size}, of bare writing`, found.bare / found.derived, 'x'),
      described(`derived again ${size}, and their work`, issues / found.again, '/s'),
      atMost(`question of ${many} issues, median inside`, percentile(inside, 0.5), 'ms', 25),
      atMost(`question of ${many} issues, p95 inside`, percentile(inside, 0.95), 'ms', 50),
      described(`question of ${many} issues, p95 round trip`, percentile(roundTrip, 0.95), 'ms'),
      ...found.slowest.map(({ name, milliseconds }) =>
        described(`among the slowest of ${many} issues: ${name}`, milliseconds, 'ms'),
      ),
      described(`start of ${many} issues`, found.startedIn, 's'),
    ];
  });
}

function measured(store: Store, holder: string): Promise<unknown> {
  return derive(store, holder, 'UTC', () => {});
}
