import type { Status, StatusAnswer } from '../../../server/contract/index.ts';
import { list } from '../../../server/words/list.ts';
import { count } from '../../../server/words/number.ts';
import styles from './flow-page.module.css';

const read: Readonly<Record<string, string>> = {
  git: 'read from a clone',
  github: 'read from GitHub',
  demo: 'made up for the demo',
};
const mostNamed = 3;
const mostOpen = 6;

/** What the sources cannot know, said on the page rather than shown as a zero, and where the numbers come from. */
export function FlowLimits({ status }: { status: StatusAnswer }) {
  const { repositories, projects } = status.data;
  const lines = [...limitsOf(repositories), ...behind(status)];
  return (
    <section className={styles.limits} aria-labelledby="limits">
      <h2 id="limits" className={styles.limitsTitle}>
        {lines.length > 0 ? 'What these figures cannot know' : 'Where these figures come from'}
      </h2>
      {lines.length > 0 && (
        <ul className={styles.limitList}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <details className={styles.sources} open={repositories.length <= mostOpen}>
        <summary>
          Measured from{' '}
          {repositories.length === 0
            ? count(projects.length, 'project')
            : count(repositories.length, 'repository', 'repositories')}
        </summary>
        <ul>
          {repositories.map(({ id, name, source, pullRequests }) => (
            <li key={id}>
              <strong>{name}</strong> {count(pullRequests, 'pull request')},{' '}
              {read[source] ?? `read with ${source}`}
            </li>
          ))}
          {repositories.length === 0 &&
            projects.map(({ id, name, issues }) => (
              <li key={id}>
                <strong>{name}</strong> {count(issues, 'issue')}
              </li>
            ))}
        </ul>
      </details>
    </section>
  );
}

/** One line a limit; with the names of those it holds for, unless it holds for all. */
function limitsOf(repositories: Status['repositories']): string[] {
  const limited = repositories.flatMap(({ name, limits }) => limits.map((limit) => ({ name, limit })));
  return [...Map.groupBy(limited, ({ limit }) => limit)].map(([limit, holders]) => {
    if (holders.length === repositories.length) return limit;
    const names = holders.slice(0, mostNamed).map(({ name }) => name);
    const others = holders.length - names.length;
    return `${list(others > 0 ? [...names, count(others, 'other')] : names)}: ${limit}`;
  });
}

/** Repositories whose data end earlier than the rest's, in the server's words; their limits are said above. */
function behind({ warnings }: StatusAnswer): string[] {
  return warnings.filter(({ code }) => code !== 'repository-limit').map(({ message }) => message);
}
