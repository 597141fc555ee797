import { whole } from '../../../server/words/whole.ts';
import { useIssueSigns, useIssueStatuses, useIssueWay } from '../../api/flow.ts';
import { useSeries } from '../../api/series.ts';
import { Fold } from '../../ui/fold.tsx';
import { FlowFigure } from './flow-figure.tsx';
import styles from './flow-page.module.css';
import { IssueLanesFigure } from './issue-lanes-figure.tsx';
import own from './issue-section.module.css';
import type { Shown } from './shown.ts';

/** What an issue tracker tells: what is finished, how long it takes and where it waits; shown where one is connected. */
export function IssueSection({ shown, rests }: { shown: Shown; rests: boolean }) {
  const { view, settled } = shown;
  const told = useIssueSigns(view, settled).data;
  const signs = told?.data;
  const ofProjects = told?.warnings.filter(({ code }) => code.startsWith('project-')) ?? [];
  const way = useIssueWay(view, settled && shown.repositories.length > 0);
  const statuses = useIssueStatuses(view, settled);
  const cycle = useSeries('issue-cycle-time', view, settled).data?.data;
  return (
    <Fold
      id="issues"
      title="Issues"
      says={(signs?.unknowable ? signs.why : cycle?.finding) ?? null}
      rests={rests}
    >
      <div className={own.section}>
        <div className={own.intro}>
          {signs?.unknowable ? (
            <p className={own.reading}>{signs.why}</p>
          ) : (
            <p className={own.reading}>
              By the week of their finish.{' '}
              {whole(signs?.linked.map(({ sentence }) => sentence).join(' ') ?? '')}
            </p>
          )}
          {ofProjects.map(({ message }) => (
            <p key={message} className={own.reading}>
              {message}
            </p>
          ))}
          {signs?.inflation && (
            <p className={own.watch} data-part="inflation">
              <strong>Watch.</strong> {signs.inflation}
            </p>
          )}
        </div>
        {!signs?.unknowable && (
          <>
            <div className={styles.pair}>
              <FlowFigure measure="issues-finished-per-person" {...shown} />
              <FlowFigure measure="issue-cycle-time" {...shown} />
            </div>
            <IssueLanesFigure
              name="issue-statuses"
              label="Where issues wait"
              lane="Status"
              answer={statuses}
              linked={false}
              shown={shown}
            />
            {shown.repositories.length > 0 && (
              <IssueLanesFigure
                name="issue-way"
                label="The whole way of an issue"
                lane="Stretch"
                answer={way}
                linked
                shown={shown}
              />
            )}
            <div className={styles.three}>
              <FlowFigure measure="issues-finished" size="small" {...shown} />
              <FlowFigure measure="issue-lead-time" size="small" {...shown} />
              <FlowFigure measure="flow-efficiency" size="small" {...shown} />
              <FlowFigure measure="issues-in-progress" size="small" {...shown} />
              <FlowFigure measure="age-of-issues-in-progress" size="small" {...shown} />
            </div>
          </>
        )}
      </div>
    </Fold>
  );
}
