import type { MeasureId } from '../../../server/contract/index.ts';
import { useTeamMultiples } from '../../api/flow.ts';
import { useDrawnNotes, useTeamStarts } from '../../api/notes.ts';
import { MultiplesChart } from '../../charts/multiples-chart.tsx';
import { multiplesTable } from '../../charts/multiples-table.ts';
import { itemsHref } from '../../filters/items-address.ts';
import { Command } from '../../ui/command.tsx';
import { datedNotes } from '../../ui/dated-notes.ts';
import { InPlace } from '../../ui/in-place.tsx';
import { measureNote } from './definition-note.ts';
import styles from './flow-controls.module.css';
import { partView } from './part-view.ts';
import type { Shown } from './shown.ts';
import { noTable, WholeFigure } from './whole-figure.tsx';

export type TeamMeasure = { measure: MeasureId; name: string };

export type TeamFigureProps = {
  measures: readonly TeamMeasure[];
  chosen: MeasureId;
  choose: (measure: MeasureId) => void;
  shown: Shown;
};

/** One measure by team on one scale; which measure, the reader chooses. */
export function TeamFigure({ measures, chosen, choose, shown }: TeamFigureProps) {
  const { view, settled, teams } = shown;
  const answer = useTeamMultiples(chosen, view, settled);
  // The first start of all is that of one team; here each has its own.
  const notes = useDrawnNotes(view).filter(({ kind, team }) => kind !== 'start' || team !== null);
  const starts = useTeamStarts(view);
  const multiples = answer.data?.data;
  const itemsOf = (part: { from: string; to: string }) =>
    itemsHref(partView(view, part), { measure: chosen });
  return (
    <WholeFigure
      name="teams"
      label="Team by team"
      answer={answer}
      table={multiples === undefined ? noTable : multiplesTable(multiples, itemsOf)}
      definition={measureNote(multiples?.definition, chosen)}
      itemsHref={itemsHref(view, { measure: chosen })}
      controls={<MeasureChoice measures={measures} chosen={chosen} choose={choose} />}
      notes={datedNotes(notes)}
      alsoDrawn={starts.length === 0 ? undefined : 'Upright line: the start of the team.'}
      shown={shown}
      height={multiples !== undefined && multiples.panels.length === 0 ? '0' : '15rem'}
    >
      {multiples !== undefined && multiples.panels.length > 0 ? (
        <MultiplesChart
          multiples={multiples}
          since={answer.data?.asked.since ?? null}
          notes={notes}
          starts={starts}
          itemsOf={(team, part) => itemsHref(partView(view, part), { measure: chosen, team })}
        />
      ) : (
        <NoTeams known={teams.length > 0} />
      )}
    </WholeFigure>
  );
}

function MeasureChoice({ measures, chosen, choose }: Omit<TeamFigureProps, 'shown'>) {
  return (
    <div className={styles.controls}>
      <label className={styles.field}>
        Measure
        <select
          value={chosen}
          onChange={({ currentTarget: { value } }) => {
            const found = measures.find(({ measure }) => measure === value);
            if (found !== undefined) choose(found.measure);
          }}
        >
          {measures.map(({ measure, name }) => (
            <option key={measure} value={measure}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function NoTeams({ known }: { known: boolean }) {
  if (known) {
    return (
      <InPlace title="No team to show by itself.">
        <p>A team is shown from five people on who have work in these weeks, so that nobody is seen alone.</p>
      </InPlace>
    );
  }
  return (
    <InPlace title="No teams yet.">
      <p>Say who is in which team with a file of one line a person, or read teams from GitHub.</p>
      <Command line="npm run uptake -- teams import FILE" />
    </InPlace>
  );
}
