import type { DeliveryRules } from '../../model/delivery.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';

/** What counts as a failure in some repositories, as sentences; empty: nobody has said so of any. */
export function failureMeans(rules: readonly (DeliveryRules | null)[]): string[] {
  const ways = Map.groupBy(rules, (one) => (one === null ? '' : sentence(one)));
  const without = ways.get('')?.length ?? 0;
  ways.delete('');
  if (ways.size === 0) return [];
  const several = ways.size + Number(without > 0) > 1;
  const sorted = [...ways].toSorted(([, one], [, other]) => other.length - one.length);
  return [
    ...sorted.map(([said, { length }]) =>
      several
        ? `In ${count(length, 'repository', 'repositories')} ${said}`
        : `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`,
    ),
    ...(without > 0 ? [`What a failure is has not been set up in ${number(without)}.`] : []),
  ];
}

function sentence({ hotfix, incidents }: DeliveryRules): string {
  const { labels, branches, withinHours } = hotfix;
  const hotfixes = [
    ...(labels.length > 0 ? [`labelled ${quoted(labels)}`] : []),
    ...(branches.length > 0 ? [`from a branch that begins with ${quoted(branches)}`] : []),
  ];
  const followed = hotfixes.length > 0 ? ` or a hotfix followed (${hotfixes.join(' or ')})` : '';
  const soon = `within ${count(withinHours, 'hour')} a pull request that it brought was reverted${followed}`;
  const linked = [
    ...(incidents.issueTypes.length > 0 ? [`an issue of type ${quoted(incidents.issueTypes)}`] : []),
    ...(incidents.labels.length > 0 ? [`anything labelled ${quoted(incidents.labels)}`] : []),
  ];
  const signs = [
    'it was rolled back',
    `if ${soon}`,
    ...(linked.length > 0 ? [`if an incident is linked to it (${linked.join(' or ')})`] : []),
  ];
  return `a deployment failed if ${signs.slice(0, -1).join('; ')}; or ${signs.at(-1)}.`;
}

function quoted(names: readonly string[]): string {
  return list(names.map((name) => `“${name}”`)).replace(/ and /g, ' or ');
}
