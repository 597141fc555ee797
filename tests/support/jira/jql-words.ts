/** What Jira answers with 400: its own sentences. */
export class JqlError extends Error {}

export type Word = { kind: 'text' | 'quoted' | 'sign'; text: string; at: number };

const pattern =
  /\s+|(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>!=|<=|>=|!~|[=<>~(),!])|(?<text>cf\[\d+\]|[^\s"'=<>~!(),]+)/gy;

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
