import { useSeries } from '../../api/series.ts';
import { FlowFigure } from './flow-figure.tsx';
import own from './issue-section.module.css';
import type { Shown } from './shown.ts';

/** Which lines an AI wrote is told by notes of git-ai alone: without them a sentence, where a figure would have nothing to draw. */
export function LineShare({ shown }: { shown: Shown }) {
  const { data } = useSeries('ai-line-share', shown.view, shown.settled);
  if (data === undefined) return null;
  const { points, finding, howToRead, definition } = data.data;
  if (points.some(({ n }) => n > 0)) return <FlowFigure measure="ai-line-share" {...shown} />;
  return (
    <p className={own.reading} data-unknown="ai-line-share">
      {definition.name}: not known. {finding}. {howToRead}
    </p>
  );
}
