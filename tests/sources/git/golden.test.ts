import { describe, expect, test } from 'vitest';
import { normaliseCommit, normaliseSize } from '../../../server/sources/git/normalise.ts';
import { rawCommit, rawCommits, rawSizes } from '../../../server/sources/git/payload.ts';
import { recogniseLanding, recogniseSelfMerge } from '../../../server/sources/git/recognise.ts';
import { parseRemote, shortName } from '../../../server/sources/git/remote.ts';
import commits from '../../golden/git-normalise.json' with { type: 'json' };
import landings from '../../golden/git-recognise.json' with { type: 'json' };
import remotes from '../../golden/git-remote.json' with { type: 'json' };
import sizes from '../../golden/git-sizes.json' with { type: 'json' };
import { collected } from '../../support/collected.ts';

const REPOSITORY = 'git:example.com/acme/shop';

/** Output of Git in chunks that end anywhere. */
async function* inChunks(fields: readonly string[], size: number, ending = '\0'): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(fields.join('\0') + ending);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('What a message says of a pull request', () => {
  test.each(landings)('$name', ({ message, parents, mark }) => {
    expect(recogniseLanding(message, parents)).toEqual(mark);
  });
});

describe('A merge of the branch into itself is told by its message', () => {
  test.each([
    [
      "Merge branch 'main' of git.example.com:acme/shop",
      'main',
      { from: 'git.example.com:acme/shop', intoOther: false },
    ],
    [
      "Merge branch 'main' of https://git.example.com/acme/shop into main",
      'main',
      { from: 'https://git.example.com/acme/shop', intoOther: false },
    ],
    ["Merge branch 'main' into till", 'main', { from: null, intoOther: true }],
    ["Merge remote-tracking branch 'origin/main'", 'main', { from: null, intoOther: false }],
    ["Merge remote branch 'rails/master' into HEAD", 'main', { from: null, intoOther: true }],
    ["Merge branch 'master' of ../shop", 'master', { from: '../shop', intoOther: false }],
    ["Merge branch 'main'", 'develop', null],
    ["Merge branch 'master' into till", 'develop', null],
    ["Merge branch 'feature-main'", 'main', null],
    ['Merge pull request #1 from acme/main', 'main', null],
  ])('%s on %s', (subject, branch, told) => {
    expect(recogniseSelfMerge(subject, branch)).toEqual(told);
  });
});

describe('A commit as Git prints it', () => {
  test.each(commits)('becomes our row: $name', ({ fields, commit }) => {
    expect(normaliseCommit(REPOSITORY, rawCommit(fields))).toEqual(commit);
  });

  test.each([1, 7, 64, 100_000])('is read whole from chunks of %i bytes', async (size) => {
    const fields = commits.flatMap((entry) => entry.fields);
    const rows = (await collected(rawCommits(inChunks(fields, size)))).map((raw) =>
      normaliseCommit(REPOSITORY, raw),
    );
    expect(rows).toEqual(commits.map((entry) => entry.commit));
  });

  test.each([
    ['a field too few', (commits[0]?.fields ?? []).slice(1), '\0'],
    ['no end', commits[0]?.fields ?? [], ''],
    ['another id', ['HEAD', ...(commits[0]?.fields ?? []).slice(1)], '\0'],
    ['other parents', [commits[0]?.fields[0] ?? '', 'HEAD~1', ...(commits[0]?.fields ?? []).slice(2)], '\0'],
  ])('is refused with %s', async (_, fields, ending) => {
    await expect(collected(rawCommits(inChunks(fields, 50, ending)))).rejects.toMatchObject({
      name: 'SourceError',
      code: 'unexpected-output',
    });
  });
});

describe('Counts of lines as Git prints them', () => {
  test.each(sizes)('become our rows: $name', async ({ fields, sizes: expected }) => {
    for (const size of [1, 13, 100_000]) {
      const read = await collected(rawSizes(inChunks(fields, size)));
      expect(read.map((raw) => normaliseSize(REPOSITORY, raw))).toEqual(expected);
    }
  });

  test.each([
    ['before any commit', ['1\t2\ta.txt']],
    ['of another shape', ['1'.repeat(40), 'fatal: nonsense']],
    ['of a rename without its new path', ['1'.repeat(40), '1\t1\t', 'old.txt']],
  ])('are refused %s', async (_, fields) => {
    await expect(collected(rawSizes(inChunks(fields, 50)))).rejects.toMatchObject({
      code: 'unexpected-output',
    });
  });

  test('are taken for complete only when something follows, or the output ended well', async () => {
    async function* dying(): AsyncGenerator<Buffer> {
      yield Buffer.from(['1'.repeat(40), '1\t0\ta', '2'.repeat(40), '1\t0\tb', ''].join('\0'));
      throw new Error('died');
    }
    const seen: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const raw of rawSizes(dying())) seen.push(raw.sha);
    };
    await expect(reading()).rejects.toThrow('died');
    expect(seen).toEqual(['1'.repeat(40)]);
  });
});

describe('A remote', () => {
  test.each(remotes)('$url', ({ url, remote, name }) => {
    const parsed = parseRemote(url);
    expect(parsed).toEqual(remote);
    expect(parsed === null ? undefined : shortName(parsed)).toBe(name);
  });
});
