import type { Freshness } from '../model/repository.ts';
import { list } from '../words/list.ts';
import { count, number } from '../words/number.ts';

/** "Deployed means a deployment to production in 3 repositories, a release in 1; it is not set up in 2." Null: nowhere set up. */
export function deployedMeans(freshness: readonly Freshness[]): string | null {
  const ways = Map.groupBy(freshness, ({ deployedBy }) => deployedBy);
  const without = ways.get(null)?.length ?? 0;
  ways.delete(null);
  const known = [...ways].flatMap(([via, { length }]) => (via === null ? [] : [{ via, length }]));
  if (known.length === 0) return null;
  const [first, ...others] = known
    .toSorted((one, other) => other.length - one.length || one.via.localeCompare(other.via))
    .map(({ via, length }, place) => {
      if (known.length === 1 && without === 0) return wayInWords(via);
      return `${wayInWords(via)} in ${place === 0 ? count(length, 'repository', 'repositories') : number(length)}`;
    });
  const rest = without === 0 ? '' : `; not set up in ${number(without)}`;
  return `Deployed means ${list([first ?? '', ...others])}${rest}.`;
}

/** What `Deployment.via` stands for: `deployments:production,Production,prod`, `workflow:deploy.yml`, `releases`. */
function wayInWords(via: string): string {
  const [, kind = via, names = ''] = /^(\w+):(.+)$/.exec(via) ?? [];
  if (kind === 'workflow') return `a run of ${names}`;
  if (kind === 'deployments') {
    // One environment may be named in several spellings.
    const spelt = new Set(names.split(',').map((name) => name.toLowerCase()));
    return `a deployment to ${[...spelt].join(' or ')}`;
  }
  if (via === 'releases') return 'a release';
  return via === 'releases+prereleases' ? 'a release or prerelease' : via;
}
