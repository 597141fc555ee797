/** What Jira answers with 400: its own sentences. */
export class JqlError extends Error {}

export type Word = { kind: 'text' | 'quoted' | 'sign'; text: string; at: number };

const pattern =
  /\s+|(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>!=|<=|>=|!~|[=<>~(),!])|(?<text>cf\[\d+\]|[^\s"'=<>~!(),+.;?|*/%^$#@&[\]{}\\]+)/gy;

/** Some of the words that stand for nothing yet, and for no value without quotation marks: keys of projects may be among them. */
const reserved = new Set(
  'add after alias all any before between check count create date decimal default delete desc distinct do drop else end exec exists file first float for from function go goto grant group having identified if index inner input insert int integer into join left less like limit lock long mode next not null number object of on option or order outer output power previous prior privileges public raise raw remainder rename resource return returns right row rownum rows select session set share size start strict string subtract sum synonym table then to trans transaction trigger uid union unique update user validate values view when whenever where while with'.split(
    ' ',
  ),
);

/** A value without quotation marks. */
export function refuseReserved(text: string): void {
  if (reserved.has(text.toLowerCase()))
    throw new JqlError(
      `Error in the JQL Query: '${text}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.`,
    );
}

/** The words of a query, in order. */
export function wordsOf(jql: string): Word[] {
  const words: Word[] = [];
  pattern.lastIndex = 0;
  let at = 0;
  for (const match of jql.matchAll(pattern)) {
    const { quoted, sign, text } = match.groups ?? {};
    if (quoted !== undefined) {
      const inner = quoted.slice(1, -1).replace(/\\(.)/g, '$1');
      words.push({ kind: 'quoted', text: inner, at: match.index });
    } else if (sign !== undefined) words.push({ kind: 'sign', text: sign, at: match.index });
    else if (text !== undefined) words.push({ kind: 'text', text, at: match.index });
    at = match.index + match[0].length;
  }
  if (at < jql.length)
    throw new JqlError(
      `Error in the JQL Query: The character '${jql.charAt(at)}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u00${jql.charCodeAt(at).toString(16)}' instead. (line 1, character ${at + 1})`,
    );
  return words;
}
