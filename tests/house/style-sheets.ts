import type { Finding } from './finding.ts';
import type { Tree } from './tree.ts';

/**
 * A style sheet of a part takes its sizes of text, its spacing and its colours from `web/theme.css`, where each is stated once:
 * a value of its own would be a seventh size of text, or a colour that nobody checked for contrast.
 */
export function styleSheets(tree: Tree): Finding[] {
  return [...tree].flatMap(([path, text]) =>
    /^web\/.+\.module\.css$/.test(path) ? inSheet(path, withoutComments(text)) : [],
  );
}

const spaced = /^(?:margin|padding)(?:-[a-z-]+)?$|^(?:row-|column-)?gap$/;
/** Hairlines of two pixels, and what grows with the text it stands beside, are no spacing. */
const length = /(?<![\w.-])-?\d*\.?\d+(?:rem|px|pt|vw|vh|ch)\b/g;
const colour = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(/i;
const named =
  /(?<![\w-])(?:black|white|gr[ae]y|silver|red|green|blue|yellow|orange|purple|teal|navy)(?![\w-])/i;

function inSheet(path: string, text: string): Finding[] {
  const findings: Finding[] = [];
  for (const { index, 1: property = '', 2: value = '' } of text.matchAll(
    /([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g,
  )) {
    const line = text.slice(0, index).split('\n').length;
    const refuse = (reason: string) => findings.push({ file: path, line, reason });
    if (
      property === 'font-size' &&
      !/^(?:var\(--[\w-]+(?:, var\(--[\w-]+\))?\)|inherit|[\d.]+em)$/.test(plain(value))
    )
      refuse(`font-size is ${plain(value)}, which is no size of the type scale`);
    if (spaced.test(property)) {
      const own = [...value.matchAll(length)].map(([found]) => found).filter((found) => !hairline(found));
      if (own.length > 0) refuse(`${property} has a spacing of its own: ${own.join(' ')}`);
    }
    const [found] = colour.exec(value) ?? named.exec(value) ?? [];
    if (found !== undefined) refuse(`${property} has a colour of its own: ${plain(value)}`);
  }
  return findings;
}

function plain(value: string): string {
  return value.trim().replace(/\s+/g, ' ');
}

function hairline(found: string): boolean {
  return found.endsWith('px') && Math.abs(Number.parseFloat(found)) <= 2;
}

/** The same lines without what comments say. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}
