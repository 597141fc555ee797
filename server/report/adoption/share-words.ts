import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import { percent } from './adoption-words.ts';
import type { ShapeFound, TeamUse } from './team-use.ts';

/** What a shape is called in a sentence about one team, with its level. */
export function shapeWords(shape: ShapeFound, level: number): string {
  const now = `${percent(level)} of people in the last four weeks`;
  switch (shape.is) {
    case 'not started':
      return `not started; ${now}`;
    case 'early':
      return `${count(shape.weeks, 'week')} since the start, a shape needs 12; ${now}`;
    case 'few':
      return `too few people for a shape; ${now}`;
    case 'marking changed':
      return shape.fallen === 'marks'
        ? 'marking changed: marks fell while the use that vendors tell held, so no shape is named'
        : 'marking changed: the use that vendors tell fell while marks held, so no shape is named';
    case 'found': {
      const said = NAMES[shape.shape](shape.peak, shape.level);
      return shape.pooled
        ? `${said}; so in small teams together, since each has fewer than 10 people; here ${percent(level)}`
        : said;
    }
  }
}

const NAMES = {
  growing: (_peak: number, level: number) => `growing, ${percent(level)} of people now`,
  plateau: (_peak: number, level: number) => `plateau at ${percent(level)} of people`,
  fading: (peak: number, level: number) => `fading, from ${percent(peak)} of people to ${percent(level)}`,
  spiked: (peak: number, level: number) =>
    `rose to ${percent(peak)} of people and fell back to ${percent(level)}`,
  'never took off': (peak: number) => `never took off, ${percent(peak)} of people at most`,
  unclear: (_peak: number, level: number) => `unclear, ${percent(level)} of people now`,
} as const;

/** Teams by what has become of their use. Small ones count with the shape of all of them, which is said. */
export function shapesTogether(teams: readonly TeamUse[]) {
  const started = teams.filter(({ start }) => start !== null);
  const named = (...shapes: readonly string[]) =>
    started.filter(({ shape }) => shape.is === 'found' && shapes.includes(shape.shape));
  return {
    started,
    held: named('growing', 'plateau'),
    back: named('spiked', 'fading', 'never took off'),
    unclear: named('unclear'),
    changed: started.filter(({ shape }) => shape.is === 'marking changed'),
    early: started.filter(({ shape }) => shape.is === 'early'),
  };
}

/** The finding: in how many teams use holds, and which have gone back. */
export function shareFinding(teams: readonly TeamUse[], share: number | null, begun: number): string {
  const { started, held, back, changed, early } = shapesTogether(teams);
  const now = share === null ? '' : `; ${percent(share)} of the work of the last four weeks is AI-marked`;
  const [only] = teams;
  if (only !== undefined && only.id === null) return `${sinceTheDataBegin(only.shape)}${now}`;
  if (started.length === 0) return `No team has started${now}`;
  if (changed.length > started.length / 2) return 'Marking changed: marks and reported use have parted';
  if (early.length === started.length)
    return `${teamsOf(started.length)} started too recently for a shape${now}`;
  const small = tooSmall(started.length, begun);
  const gone = back.length === 0 ? '' : `, and has fallen back in ${names(back)}`;
  if (held.length === 0 && back.length > 0) {
    return `Use has fallen back in ${back.length === started.length ? 'every team that started' : names(back)}${small}`;
  }
  if (held.length === 0 && back.length === 0) {
    return `Where use is going is not clear yet in ${teamsOf(started.length)} that started${now}`;
  }
  return `Use holds in ${number(held.length)} of ${teamsOf(started.length)} that started${gone}${small}`;
}

/** Teams that have begun, but of which marks may not be told by themselves. */
export function tooSmall(told: number, begun: number): string {
  const few = begun - told;
  return few <= 0 ? '' : `; ${number(few)} more ${few === 1 ? 'is' : 'are'} too small to be told apart`;
}

/** Of everybody, where no team is told apart. */
function sinceTheDataBegin(shape: ShapeFound): string {
  if (shape.is === 'marking changed') return 'Marking changed: marks and reported use have parted';
  if (shape.is !== 'found') return 'Too few people, or weeks, to say where use is going';
  const { peak, level } = shape;
  switch (shape.shape) {
    case 'growing':
      return `Use is growing: it shows in the work of ${percent(level)} of people`;
    case 'plateau':
      return `Use holds: it shows in the work of ${percent(level)} of people`;
    case 'fading':
      return `Use is fading: it showed in the work of ${percent(peak)} of people, and now of ${percent(level)}`;
    case 'spiked':
      return `Use has fallen back: it showed in the work of ${percent(peak)} of people, and now of ${percent(level)}`;
    case 'never took off':
      return `Use has not taken off: it shows in the work of ${percent(level)} of people`;
    case 'unclear':
      return `Where use is going is not clear: it shows in the work of ${percent(level)} of people`;
  }
}

function teamsOf(many: number): string {
  return count(many, 'team');
}

function names(teams: readonly TeamUse[]): string {
  return teams.length > 3 ? teamsOf(teams.length) : list(teams.map(({ name }) => name));
}
