import { describe, expect, it } from 'vitest';
import { csvLine, csvRecords } from '../../server/model/csv.ts';
import { QuestionError } from '../../server/model/errors.ts';
import { rosterLines } from '../../server/organisation/roster-lines.ts';
import { seededRandom } from '../support/random-history.ts';

const HEADER = 'team,login_or_email,from,to';
const lines = (...rows: string[]) => [HEADER, ...rows].join('\n');

function refusal(csv: string, hosts = ['github.com']): string {
  try {
    rosterLines(csv, hosts);
  } catch (error) {
    if (error instanceof QuestionError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('A roster', () => {
  it('is read line by line, with quotes, spaces, line ends and a byte order mark of any spreadsheet', () => {
    const csv = `\u{FEFF}Team,Login_or_Email,From,To\r\n"Shop, Till", ada ,2026-01-01,\r\n\r\n,,,\r\n"a ""b""",Ben@Example.com,,2026-02-28`;
    expect(rosterLines(csv, ['github.com'])).toEqual([
      {
        line: 2,
        team: 'Shop, Till',
        written: 'ada',
        identity: 'login:github.com/ada',
        from: '2026-01-01',
        to: null,
      },
      {
        line: 5,
        team: 'a "b"',
        written: 'Ben@Example.com',
        identity: 'email:ben@example.com',
        from: null,
        to: '2026-02-28',
      },
    ]);
  });

  it('may be empty but for its header', () => {
    expect(rosterLines(HEADER, [])).toEqual([]);
  });

  it.each([
    ['', 'it is nothing'],
    ['Shop,ada,,\n', 'it is "Shop,ada,,"'],
    ['team;login_or_email;from;to\nShop;ada;;', 'separated by commas; it is "team;login_or_email;from;to"'],
    ['team,login_or_email,from\nShop,ada,', 'it is "team,login_or_email,from"'],
  ])('without its header is refused: %j', (csv, says) => {
    expect(refusal(csv)).toContain('The first line has to be "team,login_or_email,from,to"');
    expect(refusal(csv)).toContain(says);
  });

  it.each([
    ['Shop,ada,2026-01-01', 'it has 3 fields instead of 4'],
    ['Shop', 'it has 1 field instead of 4'],
    ['Shop,ada,2026-01-01,,', 'it has 5 fields instead of 4'],
    [',ada,,', 'the team "" is empty'],
    ['=1+1,ada,,', 'the team "=1+1" begins like a formula'],
    ['"Shop\nTill",ada,,', 'holds a line end'],
    [`${'x'.repeat(101)},ada,,`, 'is longer than 100 characters'],
    ['Shop,,,', '"" is neither a login nor an e-mail address'],
    ['Shop,Ada Lovelace,,', '"Ada Lovelace" is neither a login nor an e-mail address'],
    ['Shop,ada,01.02.2026,', '"01.02.2026" is no date like 2026-08-10'],
    ['Shop,ada,,2026-02-29', '"2026-02-29" is no date like 2026-08-10'],
    ['Shop,ada,2026-1-1,', '"2026-1-1" is no date'],
    ['Shop,ada,2026-02-02,2026-02-01', 'it begins on 2026-02-02, after its end on 2026-02-01'],
    ['"Shop,ada,,', 'a quotation mark begins or ends in the middle of a field'],
    ['Sh"op",ada,,', 'a quotation mark begins or ends in the middle of a field'],
  ])('with the line %j is refused as a whole, by that line', (row, says) => {
    const told = refusal(lines('Shop,ada,,', row, 'Shop,ben,,'));
    expect(told).toMatch(/^One line cannot be read; nothing was changed\.\nLine 3: /);
    expect(told).toContain(says);
  });

  it('names every faulty line, in their order', () => {
    const told = refusal(lines('Shop,ada,x,', 'Shop,ben,,', 'Sh"op,cleo,,', '"a', 'b",dan,,'));
    expect(told.split('\n').map((line) => line.split(':')[0])).toEqual([
      '3 lines cannot be read; nothing was changed.',
      'Line 2',
      'Line 4',
      'Line 5',
    ]);
  });

  it('has to name the forge of a login where there are several', () => {
    const hosts = ['code.example.com', 'github.com'];
    expect(refusal(lines('Shop,ada,,'), hosts)).toContain('Line 2: "ada" could be of several forges');
    expect(rosterLines(lines('Shop,code.example.com/ada,,'), hosts)[0]?.identity).toBe(
      'login:code.example.com/ada',
    );
  });

  it.each([1, 2, 3])('is read back as it was written, whatever its fields hold (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const signs = ['a', 'B', ',', '"', ' ', '\n', '\r\n', 'é', ';', '=', '1'];
    const field = () =>
      `x${Array.from({ length: Math.floor(random() * 8) }, () => signs[Math.floor(random() * signs.length)]).join('')}x`;
    const rows = Array.from({ length: 60 }, () => Array.from({ length: 4 }, field));
    const { records, faults } = csvRecords(rows.map(csvLine).join(''));
    expect(faults).toEqual([]);
    expect(records.map(({ fields }) => fields)).toEqual(rows);
    let line = 1;
    for (const [index, row] of rows.entries()) {
      expect(records[index]?.line).toBe(line);
      line += 1 + row.join('').split('\n').length - 1;
    }
  });
});
