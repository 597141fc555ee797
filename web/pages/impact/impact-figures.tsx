import type { ImpactAnswer } from '../../../server/contract/index.ts';
import { useDrawnNotes } from '../../api/notes.ts';
import { DistributionChart } from '../../charts/distribution-chart.tsx';
import { EffectsChart } from '../../charts/effects-chart.tsx';
import { EventStudyChart } from '../../charts/event-study-chart.tsx';
import { distributionTable, effectsTable, studyTable, teamsTable } from '../../charts/impact-tables.ts';
import { ImpactTeamsChart } from '../../charts/impact-teams-chart.tsx';
import { ImpactFigure, type Shown } from './impact-figure.tsx';
import { TrendFigure } from './trend-figure.tsx';
import { WorkingOf } from './working-of.tsx';

type ImpactFiguresProps = { told: ImpactAnswer; shown: Shown; waiting: boolean };

/** Everything that the answer rests on, from what one sees to how it was found. What cannot be drawn is not. */
export function ImpactFigures({ told, shown, waiting }: ImpactFiguresProps) {
  const { trend, effects, eventStudy, teams, distribution, working } = told.data;
  const { repo, team } = shown.view;
  const notes = useDrawnNotes({ ...(repo && { repo }), ...(team && { team }), window: 'all' });
  const shared = { told, shown, waiting };
  return (
    <>
      {trend !== null && <TrendFigure trend={trend} notes={notes} {...shared} />}
      {effects !== null && effects.rows.length > 0 && (
        <ImpactFigure
          name="effects"
          label="What changed"
          words={effects}
          table={effectsTable(effects)}
          height="20rem"
          {...shared}
        >
          <EffectsChart effects={effects} />
        </ImpactFigure>
      )}
      {eventStudy !== null && eventStudy.points.length > 0 && (
        <ImpactFigure
          name="event-study"
          label="Before and since each team’s own start"
          words={eventStudy}
          table={studyTable(eventStudy)}
          height="16.25rem"
          {...shared}
        >
          <EventStudyChart study={eventStudy} />
        </ImpactFigure>
      )}
      {teams !== null && teams.teams.length > 0 && (
        <ImpactFigure
          name="impact-teams"
          label="Team by team"
          words={teams}
          table={teamsTable(teams)}
          height="15rem"
          {...shared}
        >
          <ImpactTeamsChart teams={teams} />
        </ImpactFigure>
      )}
      {distribution !== null && distribution.bins.length > 0 && (
        <ImpactFigure
          name="distribution"
          label="How long single items take"
          words={distribution}
          table={distributionTable(distribution)}
          height="20rem"
          {...shared}
        >
          <DistributionChart distribution={distribution} />
        </ImpactFigure>
      )}
      {working !== null && <WorkingOf working={working} />}
    </>
  );
}
