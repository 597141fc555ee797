import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Document, isMap, isSeq, parseDocument } from 'yaml';
import { parsedFile } from './config.ts';
import { ConfigError } from './model/errors.ts';

/** An entry of `sources` in `uptake.yaml`: `key` is its list there, `same` what makes it the entry of before. */
export type SourceEntry = {
  key: 'github' | 'jira' | 'copilot' | 'claude-code' | 'cursor';
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
  same: (entry: Readonly<Record<string, unknown>>) => boolean;
};

/**
 * The text with one source set: the same entry is changed, else one is added. All else stays as people wrote it, with comments.
 * A value that is undefined takes the key away.
 * @throws ConfigError `bad-configuration` where the text is none that can be changed
 */
export function withSource(text: string, { key, values, same }: SourceEntry, path: string): string {
  const document = documentOf(text, path);
  const place = ['sources', key];
  if (!isMap(document.get('sources'))) document.set('sources', document.createNode({}));
  const list = document.getIn(place);
  const entries = isSeq(list) ? list.items.map((item) => recordOf(isMap(item) ? item.toJSON() : null)) : [];
  const at = entries.findIndex(same);
  if (!isSeq(list)) document.setIn(place, document.createNode([given(values)]));
  else if (at < 0) list.add(document.createNode(given(values)));
  else {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) document.deleteIn([...place, at, name]);
      else
        document.setIn([...place, at, name], typeof value === 'string' ? value : document.createNode(value));
    }
  }
  const changed = document.toString({ lineWidth: 0 });
  parsedFile(changed, path);
  return changed;
}

/** The text without one entry of a list of `sources`; all else stays. @throws ConfigError as `withSource` */
export function withoutSource(text: string, key: string, at: number, path: string): string {
  const document = parseDocument(text);
  document.deleteIn(['sources', key, at]);
  const rest = document.getIn(['sources', key]);
  if (isSeq(rest) && rest.items.length === 0) document.deleteIn(['sources', key]);
  const changed = document.toString({ lineWidth: 0 });
  parsedFile(changed, path);
  return changed;
}

/** The text with some keys of `deliver` set, those that are undefined taken away; all else stays. @throws ConfigError as `withSource` */
export function withDeliver(
  text: string,
  change: Readonly<Record<string, true | string | Readonly<Record<string, unknown>> | undefined>>,
  path: string,
): string {
  const document = documentOf(text, path);
  if (!isMap(document.get('deliver'))) document.set('deliver', document.createNode({}));
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) document.deleteIn(['deliver', name]);
    else document.setIn(['deliver', name], document.createNode(value));
  }
  const rest = document.get('deliver');
  if (isMap(rest) && rest.items.length === 0) document.delete('deliver');
  const changed = document.toString({ lineWidth: 0 });
  parsedFile(changed, path);
  return changed;
}

/** Writes a file whole or not at all, also when the machine stops in the middle. @throws ConfigError `unwritable` */
export function writeWhole(path: string, text: string, mode: number): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Where somebody put a link, what it leads to is replaced.
    const target = existsSync(path) ? realpathSync(path) : path;
    const draft = join(dirname(target), `.${randomUUID()}.new`);
    try {
      const file = openSync(draft, 'wx', mode);
      try {
        writeSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, target);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new ConfigError(
      'unwritable',
      `${path} cannot be written${code}. Check that there is room and that this account may write there.`,
      { cause },
    );
  }
}

/** A text that can be changed; one of comments alone holds nothing yet. */
function documentOf(text: string, path: string) {
  const document = text.trim() === '' ? new Document({}) : parseDocument(text);
  if (text.trim() !== '') parsedFile(text, path);
  if (!isMap(document.contents)) document.contents = document.createNode({});
  return document;
}

export function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function given(values: SourceEntry['values']): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
