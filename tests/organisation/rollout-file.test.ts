import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, organisationOf } from '../../server/organisation/desk.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { lentFolder } from '../support/temporary-folder.ts';

const AT = Date.UTC(2026, 5, 1, 9);
const HEADER = 'rollout,tool,kind,team,start\r\n';
let store: Store;
let desk: Desk;
let remove: () => void;
beforeEach(async () => {
  const lent = lentFolder();
  remove = lent.remove;
  store = openStore({ file: `${lent.folder}/uptake.db`, migrations: MIGRATIONS });
  desk = organisationOf(store, { now: () => AT, zone: 'UTC' });
  await desk.importRoster(
    'team,login_or_email,from,to\nPayments,ada@example.com,,\nSearch,ben@example.com,,\n"Web, shop",cy@example.com,,\n',
  );
});
afterEach(() => {
  store.close();
  remove();
});

describe('A file of rollouts', () => {
  test('states them all, and comes back as it went in', async () => {
    const file = `${HEADER}Agents,,agent,,\r\nCopilot,copilot,assistant,Payments,2026-03-04\r\nCopilot,copilot,assistant,"Web, shop",\r\n`;
    expect(await desk.importRollouts(file)).toMatchObject({
      changed: true,
      summary: '2 rollouts of a file: "Agents", "Copilot".',
    });
    expect(await desk.exportRollouts()).toBe(file);
    const before = await store.digest();
    expect(await desk.importRollouts(await desk.exportRollouts())).toMatchObject({ changed: false });
    expect(await store.digest()).toBe(before);
  });

  test('is read in any order of lines and letters, and with a byte order mark', async () => {
    await desk.importRollouts(
      `\u{feff}Rollout,Tool,Kind,Team,Start\nCopilot,copilot,Assistant,search,2026-04-01\ncopilot,copilot,assistant,PAYMENTS,2026-03-04\n`,
    );
    expect(await desk.exportRollouts()).toBe(
      `${HEADER}Copilot,copilot,assistant,Payments,2026-03-04\r\nCopilot,copilot,assistant,Search,2026-04-01\r\n`,
    );
  });

  test('leaves alone what it does not name, and keeps what was drawn', async () => {
    await desk.importRollouts(
      `${HEADER}Agents,,agent,Search,2026-07-01\nCopilot,,assistant,Payments,\nCopilot,,assistant,Search,\n`,
    );
    const [, copilot] = await store.rollouts();
    const teams = copilot?.starts.map(({ teamId }) => teamId) ?? [];
    await desk.drawRollout(copilot?.id ?? '', { teams, dates: null }, 5);
    const edited = await desk.importRollouts(`${HEADER}Copilot,,assistant,Payments,2026-08-03\n`);
    expect(edited.notes).toEqual(['"Agents" is not in the file and stays as it was.']);
    const [agents, changed] = await store.rollouts();
    expect(agents?.starts).toHaveLength(1);
    expect(changed).toMatchObject({ id: copilot?.id, draw: { seed: 5 }, starts: [{ day: '2026-08-03' }] });
    expect(await store.notes()).toMatchObject([{ kind: 'rollout', day: '2026-06-01' }]);
  });

  test('at fault changes nothing, and names each line with what is wrong', async () => {
    const before = await store.digest();
    const lines = [
      'Copilot,copilot,assistant,Payments,2026-02-30',
      'Copilot,copilot,assistant,Search,2026-03-04',
      '=SUM(A1),,assistant,Search,',
      'Copilot,copilot,robot,Search,',
      'Copilot,copilot,assistant,Nobody,',
      'Copilot,cursor,assistant,"Web, shop",2026-03-04',
      'Copilot,copilot,assistant,search,2026-04-04',
      'Copilot,copilot,assistant,,2026-04-04',
      'Copilot,copilot',
    ];
    await expect(desk.importRollouts(`${HEADER}${lines.join('\n')}`)).rejects.toMatchObject({
      code: 'bad-rollouts',
      message: [
        '8 lines cannot be taken; nothing was changed.',
        'Line 2: "2026-02-30" is no date like 2026-08-10.',
        'Line 4: the rollout "=SUM(A1)" begins like a formula (=, +, - or @).',
        'Line 5: "robot" is no kind; it is one of assistant, agent, review, program, other.',
        'Line 6: there is no team "Nobody".',
        'Line 7: "Copilot" has another tool or kind in line 3.',
        'Line 8: its team is given in line 3 already.',
        'Line 9: 2026-04-04 is the start of no team.',
        'Line 10: it has 2 fields instead of 5.',
      ].join('\n'),
    });
    await expect(desk.importRollouts('team,start\n')).rejects.toThrow(
      'it is "team,start". Nothing was changed',
    );
    expect(await store.digest()).toBe(before);
  });

  test('is safe to open in a spreadsheet, and still the same when it is read back', async () => {
    await desk.stateRollout(null, { name: 'Agents', tool: '=HYPERLINK("x")', kind: 'agent', starts: [] });
    const file = await desk.exportRollouts();
    expect(file).toContain(`Agents,"'=HYPERLINK(""x"")",agent`);
    expect(await desk.importRollouts(file)).toMatchObject({ changed: false });
  });
});
