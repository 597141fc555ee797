import { useTeamMultiples } from '../../api/flow.ts';
import { Fold } from '../../ui/fold.tsx';
import { TeamFigure, type TeamFigureProps } from './team-figure.tsx';

/** Team by team, on one scale. */
export function Teams({ rests, ...figure }: TeamFigureProps & { rests: boolean }) {
  const { chosen, shown } = figure;
  const answer = useTeamMultiples(chosen, shown.view, shown.settled);
  const drawing = <TeamFigure {...figure} />;
  if (!rests) return <div id="teams">{drawing}</div>;
  return (
    <Fold id="teams" title="Teams" says={answer.data?.data.finding ?? null} rests>
      {drawing}
    </Fold>
  );
}
