import { DefaultZIndexes, usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts';
import { NoteNumbers, NoteStrips } from './note-shapes.tsx';
import { type AxisNote, drawnNotes } from './prepare-notes.ts';

type NoteMarksProps = { notes: readonly AxisNote[]; em: number };

/** Bars and bands do not hide them, and they do not cross the line that the chart is about. */
const UNDER_LINES = DefaultZIndexes.line - 50;
const OVER_LINES = DefaultZIndexes.line + 50;

/** Notes on an axis of weeks, under their numbers. The words stand below the chart, where they have room. */
export function NoteMarks({ notes, em }: NoteMarksProps) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (plot === undefined || scale === undefined || notes.length === 0) return null;
  const at = (week: string) => {
    const x = scale(week, { position: 'middle' });
    return x === undefined ? undefined : x - plot.x;
  };
  const { spans, labels } = drawnNotes(notes, at, plot.width, em);
  return (
    <>
      <ZIndexLayer zIndex={UNDER_LINES}>
        <NoteStrips spans={spans} plot={plot} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={OVER_LINES}>
        <NoteNumbers labels={labels} plot={plot} em={em} />
      </ZIndexLayer>
    </>
  );
}
