import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { type FakeJira, startFakeJira } from './jira/fake.ts';
import { type FakePerson, person } from './jira/person.ts';
import { FakeSite } from './jira/site.ts';
import { spawnUptake } from './program.ts';
import { lentFolder } from './temporary-folder.ts';

/** An organisation that has a tracker and a file of use and nothing else, read by the real program from a Jira on this machine. */
export type JiraOnly = {
  data: string;
  env: Record<string, string>;
  people: readonly FakePerson[];
  end(): Promise<void>;
};

const TEAMS = ['Anchor', 'Beacon'] as const;
const WEEKS = 40;
const WEEKS_OF_USE = 20;

/** Two teams of six, in each of which one hides their e-mail; a week each finishes two issues. */
export async function jiraOnly(now: number): Promise<JiraOnly> {
  const site = new FakeSite('Cloud', () => now);
  site.addProject('SHOP', { name: 'The shop' });
  const people = Array.from({ length: 12 }, (_, at) =>
    site.addPerson(person(`p${at}`, { emailSeen: at < 2 ? 'hidden' : 'shown' })),
  );
  people.forEach(({ id }, who) => {
    for (let n = 0; n < 2 * WEEKS; n += 1) {
      const at = now - WEEKS * 7 * DAY + Math.floor(n / 2) * 7 * DAY + who * HOUR;
      const issue = site.create({ project: 'SHOP', at, assigneeId: id });
      site.transition(issue, 'In Progress', { at: at + HOUR, by: id });
      site.transition(issue, 'In Review', { at: at + 5 * HOUR, by: id });
      site.transition(issue, 'Done', { at: at + (9 + n) * HOUR, by: id });
    }
  });
  const fake = await startFakeJira({ site });
  const { folder, remove } = lentFolder();
  const env = { JIRA_URL: fake.url, JIRA_EMAIL: 'reader@example.com', JIRA_TOKEN: 'good-token' };
  const data = join(folder, 'data');
  await ran(['ingest', 'jira', '--data', data], env);
  await stated(data, people, fake);
  await used(data, people, now);
  return {
    ...{ data, env, people },
    async end() {
      await fake.close();
      remove();
    },
  };
}

/** Who hides their e-mail is named by the account, which is all that the tracker tells. */
async function stated(data: string, people: readonly FakePerson[], fake: FakeJira): Promise<void> {
  const named = ({ id, email, emailSeen }: FakePerson, at: number) =>
    emailSeen === 'shown' ? email : at === 0 ? `tracker:${new URL(fake.url).host}/${id}` : `tracker:${id}`;
  const members = people.map((one, at) => `${TEAMS[at % 2]},${named(one, at)},,\n`);
  const roster = join(data, 'roster.csv');
  writeFileSync(roster, `team,login_or_email,from,to\n${members.join('')}`);
  await ran(['teams', 'import', roster, '--data', data]);
  const rollout = join(data, 'rollouts.csv');
  writeFileSync(rollout, 'rollout,tool,kind,team,start\nHelper,,assistant,Anchor,2026-06-01\n');
  await ran(['rollouts', 'import', rollout, '--data', data]);
}

/** Who shows their e-mail has used a tool once in each of the last weeks, as a file tells. */
async function used(data: string, people: readonly FakePerson[], now: number): Promise<void> {
  const seen = people.filter(({ emailSeen }) => emailSeen === 'shown');
  const days = Array.from({ length: WEEKS_OF_USE }, (_, week) =>
    new Date(now - week * 7 * DAY).toISOString().slice(0, 10),
  );
  const lines = days.flatMap((day) => seen.map(({ email }) => `${day},${email},cursor\n`));
  const file = join(data, 'use.csv');
  writeFileSync(file, `date,person,tool\n${lines.join('')}`);
  await ran(['ingest', 'usage', file, '--data', data]);
}

export async function ran(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { code, stdout, stderr } = await spawnUptake(args, env).ended;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stdout}${stderr}`);
  return stdout;
}
