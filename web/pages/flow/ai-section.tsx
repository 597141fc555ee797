import { AiWorkFigure } from './ai-work-figure.tsx';
import { FlowFigure } from './flow-figure.tsx';
import styles from './flow-page.module.css';
import own from './issue-section.module.css';
import type { Shown } from './shown.ts';

/** What AI took part in, as far as its marks tell: week by week, then by level and tool. */
export function AiSection({ shown }: { shown: Shown }) {
  return (
    <section className={own.section} aria-labelledby="ai">
      <div className={own.intro}>
        <h2 id="ai" className={own.title}>
          AI in the work
        </h2>
        <p className={own.reading}>
          As far as tools leave marks: in commits, branches, titles, bodies and labels. None seen is not “no
          AI”.
        </p>
      </div>
      <div className={styles.pair}>
        <FlowFigure measure="ai-marked-share" {...shown} />
        <FlowFigure measure="ai-assisted-throughput" {...shown} />
      </div>
      <AiWorkFigure shown={shown} />
    </section>
  );
}
