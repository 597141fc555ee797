/** One record with the line that it begins on, counted from 1. */
export type CsvRecord = { line: number; fields: readonly string[] };

export type CsvFault = { line: number; says: string };

/**
 * Reads RFC 4180: commas, quotes doubled within quotes, line ends of any system; a byte order mark and lines without
 * anything but commas are passed over. Faults do not end the reading, so that all are told at once.
 */
export function csvRecords(text: string): { records: CsvRecord[]; faults: CsvFault[] } {
  const records: CsvRecord[] = [];
  const faults: CsvFault[] = [];
  const source = text.replace(/^\u{FEFF}/u, '');
  const token = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  const ending = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;
  let [line, at] = [1, 0];
  while (at < source.length) {
    const began = line;
    const fields: string[] = [];
    for (;;) {
      token.lastIndex = at;
      const [whole = '', quoted, plain = ''] = token.exec(source) ?? [];
      at += whole.length;
      line += newLines(whole);
      fields.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"').trim());
      if (source[at] !== ',') break;
      at += 1;
    }
    ending.lastIndex = at;
    const [end = '', rest = ''] = ending.exec(source) ?? [];
    if (rest !== '')
      faults.push({ line: began, says: 'a quotation mark begins or ends in the middle of a field' });
    else if (fields.some((field) => field !== '')) records.push({ line: began, fields });
    at += end.length;
    line += 1;
  }
  return { records, faults };
}

export function csvLine(fields: readonly string[]): string {
  const cell = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return `${fields.map(cell).join(',')}\r\n`;
}

function newLines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
