import type { Health, StatusAnswer } from '../../../server/contract/index.ts';
import { count, number } from '../../../server/words/number.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { Part } from '../../ui/part.tsx';
import styles from './sources.module.css';

type Source = Health['sources'][number];

const states: Record<Source['troubled'][number]['state'], string> = {
  behind: 'Behind',
  lost: 'Lost',
  unfinished: 'Not finished',
};

type SourcesProps = { sources: Health['sources']; warnings: StatusAnswer['warnings'] };

/** How far each source is read; what is behind, lost or unfinished, with the reason and what to do. */
export function Sources({ sources, warnings }: SourcesProps) {
  return (
    <Part id="sources" title="Where the numbers come from">
      {sources.map((source) => (
        <OneSource key={source.source} source={source} />
      ))}
      {warnings.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
    </Part>
  );
}

function OneSource({ source }: { source: Source }) {
  const { name, sentence, issues, projects, troubled, otherTroubled, limits } = source;
  return (
    <section className={styles.source} aria-label={name} data-entry="source">
      <h3 className={styles.name}>{name}</h3>
      <p>{sentence}</p>
      {issues !== '' && <p>{issues}</p>}
      {troubled.length > 0 && (
        <ul className={styles.troubled} aria-label={`${capital(source.of)} of ${name} to look after`}>
          {troubled.map(({ id, name: repository, state, reach, reason, todo }) => (
            <li key={id}>
              <p>
                <strong>{repository}</strong> <span className={styles.state}>{states[state]}</span>
                {reach !== '' && <span className={styles.reach}>, {reach}</span>}
              </p>
              <p>{reason}</p>
              <p className={styles.todo}>{todo}</p>
            </li>
          ))}
        </ul>
      )}
      {otherTroubled > 0 && <p>And {count(otherTroubled, 'other')} like these.</p>}
      {projects.length > 0 && (
        <details className={styles.limits}>
          <summary>{projects.length === 1 ? 'The project' : 'The projects one by one'}</summary>
          <FigureTable
            caption={`Projects of ${name}`}
            columns={['Project', 'Data', 'Issues', 'Epics', 'Sub-tasks', 'Deleted']}
            rows={projects.map((project) => [
              project.name === project.key ? project.key : `${project.key}, ${project.name}`,
              project.reach === '' ? 'not read to the end yet' : project.reach,
              ...[project.issues, project.epics, project.subTasks, project.deleted].map(number),
            ])}
          />
        </details>
      )}
      {limits.length > 0 && (
        <details className={styles.limits} open={limits.length <= 3}>
          <summary>What cannot be seen of {themOf(source)}</summary>
          <ul>
            {limits.map(({ limit, names }) => (
              <li key={limit}>{names === '' ? limit : `${names}: ${limit}`}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function themOf({ size }: Source): string {
  return size === 1 ? 'it' : 'them';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
