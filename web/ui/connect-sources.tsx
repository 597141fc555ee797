import { Link } from 'wouter';
import { Command } from './command.tsx';
import styles from './connect-sources.module.css';

/** How real data come here: under Setup, or by one command each, in the README's words. */
export function ConnectSources() {
  return (
    <ul className={styles.ways}>
      <li className={styles.way}>
        <p className={styles.source}>In this browser</p>
        <p>GitHub, Jira and AI tools, each asked for real before anything is kept.</p>
        <p>
          <Link href="/setup">Open the setup</Link>
        </p>
      </li>
      <li className={styles.way}>
        <p className={styles.source}>From GitHub</p>
        <p>
          Reviews, phases and deployments of an organisation, a user or a single repository, with a
          GITHUB_TOKEN in the environment.
        </p>
        <Command line="npm run uptake -- ingest github OWNER" />
      </li>
      <li className={styles.way}>
        <p className={styles.source}>From a clone on this machine</p>
        <p>Commits and merges of any Git repository. No account and no token; nothing leaves this machine.</p>
        <Command line="npm run uptake -- ingest git PATH" />
      </li>
    </ul>
  );
}
