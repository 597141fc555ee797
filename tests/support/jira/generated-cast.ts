import { type Chance, DAY } from '../github/chance.ts';
import type { FakeProject } from './issue.ts';
import { type FakePerson, person } from './person.ts';
import type { FakeSite } from './site.ts';

const logins = ['ada', 'ben', 'cleo', 'dan', 'eve', 'finn', 'gwen', 'hal', 'ida', 'jon', 'kim', 'lou'];
/** INDEX is a word of the query language, and needs quotation marks there. */
const keys = ['SHOP', 'BILL', 'INDEX', 'MOB2', 'PLAT', 'LAB_X', 'DOCS', 'OPS'];
const SPRINT = 14 * DAY;

/** Whom the work of a generated site is done by, and where. */
export type Cast = {
  people: FakePerson[];
  /** It closes old issues in bulk. */
  broom: FakePerson;
  projects: FakeProject[];
  /** Of each project, by its key, one after another. */
  sprints: Map<string, number[]>;
};

export function generatedCast(site: FakeSite, size: number, from: number, until: number): Cast {
  const cloud = site.deployment === 'Cloud';
  const people = Array.from({ length: Math.max(logins.length, Math.ceil(size / 200)) }, (_, at) => {
    const round = Math.floor(at / logins.length);
    const login = `${logins[at % logins.length]}${round === 0 ? '' : round + 1}`;
    const emailSeen = at % 5 === 3 ? 'hidden' : at % 7 === 6 && !cloud ? 'masked' : 'shown';
    return site.addPerson(
      person(login, { emailSeen, active: at % 9 !== 8, ...(cloud ? {} : { id: `JIRAUSER${10_100 + at}` }) }),
    );
  });
  const broom = site.addPerson(
    person('broom', { displayName: 'Automation for Jira', kind: 'app', emailSeen: 'hidden' }),
  );
  const many = Math.min(keys.length, Math.max(3, Math.floor(size / 500)));
  const projects = keys.slice(0, many).map((key, at) =>
    site.addProject(key, {
      name: `Project ${key.toLowerCase()}`,
      teamManaged: cloud && at % 3 === 2,
      formerKeys: at === 1 ? ['OLDBILL'] : [],
    }),
  );
  site.addProject('OLD', { name: 'Long ago', archived: true });
  site.addProject('SECRET', { name: 'Not for everybody', browsable: false });
  return { people, broom, projects, sprints: sprintsOf(site, projects, from, until) };
}

function sprintsOf(site: FakeSite, projects: readonly FakeProject[], from: number, until: number) {
  const all = new Map<string, number[]>();
  for (const { key } of projects) {
    const ids: number[] = [];
    for (let startAt = from; startAt < until + SPRINT; startAt += SPRINT) {
      const id = site.sprints.size + 1;
      const endAt = startAt + SPRINT;
      const state = endAt <= until ? 'closed' : startAt <= until ? 'active' : 'future';
      // Names that a reader of Data Center's printed objects must not stumble over.
      const name = `${key} sprint ${ids.length + 1}${ids.length % 4 === 3 ? ' [late, again=yes]' : ''}`;
      site.sprints.set(id, { id, name, state, startAt, endAt });
      ids.push(id);
    }
    all.set(key, ids);
  }
  return all;
}

/** The sprint of a project that runs at an instant, and maybe the one after it. */
export function sprintsAt(cast: Cast, key: string, at: number, from: number, chance: Chance): number[] {
  const first = Math.floor((at - from) / SPRINT);
  return (cast.sprints.get(key) ?? []).slice(first, first + (chance.happens(0.2) ? 2 : 1));
}
