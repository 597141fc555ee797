import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { teamGuess } from '../../server/report/team-guess.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const WEEKS = 20;
const PLACES = ['acme/billing', 'acme/shop', 'acme/wiki'];
const idOf = (name: string) => `github:forge.example/${name}`;

/** So many people, each of whom opens one pull request a week in the repository that `place` says. */
function work(who: string, people: number, place: (week: number) => string, teams: string[] = []) {
  return Array.from({ length: WEEKS * people }, (_, n) => {
    const week = Math.floor(n / people);
    const openedAt = MONDAY + week * 7 * DAY + (n % people) * HOUR;
    return {
      ...{ openedAt, readyAt: openedAt, mergedAt: openedAt + HOUR, person: `${who}-${n % people}`, teams },
      ...{ repositoryId: idOf(place(week)), teamBasis: teams.length === 0 ? null : ('stated' as const) },
    };
  });
}

function guessed(...all: ReturnType<typeof work>[]) {
  const facts = all.flat().map((one, n) => forgeFact(n + 1, one));
  const end = MONDAY + WEEKS * 7 * DAY;
  const fresh = PLACES.map((name) => ({ ...freshForge(end), repositoryId: idOf(name), name }));
  return teamGuess(heldOf(facts, fresh, 'UTC', ['known']));
}

const names = ({ teams }: ReturnType<typeof teamGuess>) => teams.map(({ name }) => name);

test('Five people or more who do most of their work in one repository may be a team there', () => {
  const { teams } = guessed(
    work('b', 6, () => 'acme/billing'),
    work('s', 5, (week) => (week % 4 === 0 ? 'acme/billing' : 'acme/shop')),
  );
  expect(teams).toEqual([
    {
      ...{ name: 'billing', repository: 'acme/billing' },
      evidence:
        '5 people or more do most of their work there: about 100 % of their pull requests of the last 26 weeks.',
    },
    {
      ...{ name: 'shop', repository: 'acme/shop' },
      evidence:
        '5 people or more do most of their work there: about 80 % of their pull requests of the last 26 weeks.',
    },
  ]);
});

test('Four people are no team, nor are those who work everywhere', () => {
  const anywhere = (week: number) => PLACES[week % 3] ?? '';
  expect(
    names(
      guessed(
        work('b', 4, () => 'acme/billing'),
        work('w', 9, anywhere),
      ),
    ),
  ).toEqual([]);
});

test('Who is in a team already is in no guess, so that one guess after the other can be taken', () => {
  const shop = work('s', 5, () => 'acme/shop');
  expect(
    names(
      guessed(
        work('b', 6, () => 'acme/billing'),
        shop,
      ),
    ),
  ).toEqual(['billing', 'shop']);
  expect(
    names(
      guessed(
        work('b', 6, () => 'acme/billing', ['known']),
        shop,
      ),
    ),
  ).toEqual(['shop']);
});
