import { useSeries } from '../../api/series.ts';
import { Fold } from '../../ui/fold.tsx';
import { AiWorkFigure } from './ai-work-figure.tsx';
import { FlowFigure } from './flow-figure.tsx';
import styles from './flow-page.module.css';
import own from './issue-section.module.css';
import { LineShare } from './line-share.tsx';
import type { Shown } from './shown.ts';

/** What AI took part in, as far as its marks tell: week by week, then by level and tool. */
export function AiSection({ shown }: { shown: Shown }) {
  const share = useSeries('ai-marked-share', shown.view, shown.settled);
  return (
    <Fold id="ai" title="AI in the work" says={share.data?.data.finding ?? null} rests>
      <div className={own.section}>
        <p className={own.reading}>
          As far as tools leave marks: in commits, branches, titles, bodies and labels. None seen is not “no
          AI”.
        </p>
        <div className={styles.pair}>
          <FlowFigure measure="ai-marked-share" {...shown} />
          <FlowFigure measure="ai-assisted-throughput" {...shown} />
        </div>
        <AiWorkFigure shown={shown} />
        <LineShare shown={shown} />
      </div>
    </Fold>
  );
}
