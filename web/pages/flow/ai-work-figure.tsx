import { useAiWork } from '../../api/flow.ts';
import { AiWorkChart } from '../../charts/ai-work-chart.tsx';
import { aiWorkTable } from '../../charts/ai-work-table.ts';
import type { AiPart } from '../../charts/prepare-ai-work.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { InPlace } from '../../ui/in-place.tsx';
import type { Shown } from './shown.ts';
import { aboutNote, noTable, WholeFigure } from './whole-figure.tsx';

/** What AI took part in of merged work: by level, by tool, and beside the rest. */
export function AiWorkFigure({ shown }: { shown: Shown }) {
  const { view, settled } = shown;
  // A figure of all levels and tools is not narrowed to one.
  const { ai: _ai, tool: _tool, ...all } = view;
  const answer = useAiWork(all, settled);
  const work = answer.data?.data;
  const hrefOf = (part: AiPart) => {
    const filter = 'ai' in part ? { ai: [part.ai] } : { tool: part.tool };
    return itemsHref({ ...all, by: 'merge', ...filter }, { measure: 'merged-pull-requests' });
  };
  return (
    <WholeFigure
      name="ai-work"
      label="AI in the work"
      answer={answer}
      table={work === undefined ? noTable : aiWorkTable(work, hrefOf)}
      definition={aboutNote(work?.about, 'ai-marked-share')}
      itemsHref={hrefOf({ ai: 'marked' })}
      shown={shown}
      height="12rem"
    >
      {work !== undefined && work.n > 0 ? (
        <AiWorkChart work={work} hrefOf={hrefOf} />
      ) : (
        <InPlace title={work?.finding ?? ''}>
          <p>{work?.howToRead}</p>
        </InPlace>
      )}
    </WholeFigure>
  );
}
