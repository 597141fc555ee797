import { bot, type FakeAccount, user } from './account.ts';
import type { FakeTeam } from './organisation.ts';

const names = ['ada', 'ben', 'cleo', 'dan', 'eve', 'finn', 'gwen', 'hal', 'ida', 'jon', 'kim', 'lou'];

/** Everybody who works in a generated organisation. */
export type Cast = {
  people: FakeAccount[];
  teams: FakeTeam[];
  /** They keep dependencies up to date. */
  updaters: FakeAccount[];
  /** They review. */
  reviewBots: FakeAccount[];
  /** They open pull requests that a person has asked for. */
  agents: FakeAccount[];
};

const teamSize = 6;

export function generatedCast(people: number): Cast {
  const all = Array.from({ length: people }, (_, at) => {
    const round = Math.floor(at / names.length);
    return user(`${names[at % names.length]}${round === 0 ? '' : round + 1}`);
  });
  const teams: FakeTeam[] = [];
  for (let at = 0; at < all.length; at += teamSize) {
    const number = teams.length + 1;
    const members = all.slice(at, at + teamSize).map(({ login }) => login);
    teams.push({ slug: `team-${number}`, name: `Team ${number}`, id: 9000 + number, members });
  }
  return {
    people: all,
    teams,
    updaters: [bot('dependabot'), bot('renovate')],
    reviewBots: [bot('coderabbitai'), bot('copilot-pull-request-reviewer')],
    agents: [bot('copilot-swe-agent'), bot('devin-ai-integration')],
  };
}
