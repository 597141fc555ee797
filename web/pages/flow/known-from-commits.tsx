import { Command } from '../../ui/command.tsx';
import { FlowFigure } from './flow-figure.tsx';
import styles from './flow-page.module.css';
import type { Shown } from './shown.ts';

/** What clones alone can tell. What they cannot is said once, rather than by seven empty figures. */
export function KnownFromCommits(shown: Shown) {
  return (
    <div id="whole" className={styles.pair}>
      <FlowFigure measure="cycle-time" {...shown} />
      <FlowFigure measure="merged-pull-requests" {...shown} />
      <FlowFigure measure="batch-size" {...shown} />
      <section className={styles.aside} aria-labelledby="unknown">
        <h2 id="unknown" className={styles.asideTitle}>
          Where a change waits cannot be told from a clone
        </h2>
        <p>
          A clone has commits and merges, but no openings, reviews or deployments. Read the same repositories
          from GitHub, and this page shows time to merge, the five phases of a change (coding, pickup, review,
          merge, deploy) and lead time for changes. With a GITHUB_TOKEN in the environment:
        </p>
        <Command line="npm run uptake -- ingest github OWNER" />
      </section>
    </div>
  );
}
