import type { ImpactAnswer } from '../../../server/contract/index.ts';
import { distributionTable, effectsTable, studyTable, teamsTable } from '../../charts/impact-tables.ts';
import { ImpactFigure, type Shown } from './impact-figure.tsx';
import { LazyDistribution, LazyEffects, LazyEventStudy, LazyTeams } from './lazy-charts.tsx';
import { WorkingOf } from './working-of.tsx';

type EffectFiguresProps = { told: ImpactAnswer; shown: Shown; waiting: boolean };

/** What the trend rests on: the effects, when they came, team by team, and how all of it was found. What cannot be drawn is not. */
export function EffectFigures({ told, shown, waiting }: EffectFiguresProps) {
  const { effects, eventStudy, teams, distribution, working } = told.data;
  const shared = { told, shown, waiting };
  return (
    <>
      {effects !== null && effects.rows.length > 0 && (
        <ImpactFigure
          name="effects"
          label="What changed"
          words={effects}
          table={effectsTable(effects)}
          height="20rem"
          {...shared}
        >
          <LazyEffects effects={effects} />
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
          <LazyEventStudy study={eventStudy} />
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
          <LazyTeams teams={teams} />
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
          <LazyDistribution distribution={distribution} />
        </ImpactFigure>
      )}
      {working !== null && <WorkingOf working={working} />}
    </>
  );
}
