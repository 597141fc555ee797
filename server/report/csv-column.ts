/**
 * A file of RFC 4180 with one column more, at its end: `name` in the header, and of every other line what `value` says of its
 * first field. Lines end where they do outside of quotes.
 */
export function withColumn(csv: string, name: string, value: (first: string) => string): string {
  const records = csv.match(RECORD) ?? [];
  return records
    .map((record, index) => {
      const line = record.replace(/\r\n$/, '');
      return `${line},${quoted(index === 0 ? name : value(firstField(line)))}\r\n`;
    })
    .join('');
}

const RECORD = /(?:"(?:[^"]|"")*"|[^"\r\n]|\r(?!\n)|(?<!\r)\n)+(?:\r\n|$)/g;

function firstField(line: string): string {
  const [, inQuotes, plain] = /^(?:"((?:[^"]|"")*)"|([^",]*))/.exec(line) ?? [];
  return inQuotes === undefined ? (plain ?? '') : inQuotes.replaceAll('""', '"');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
