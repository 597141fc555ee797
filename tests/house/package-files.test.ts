import { describe, expect, test } from 'vitest';
import { changedJson, whatIsSaidOf } from './sound-house.ts';

/** The sound house with the same change made to package.json and to what the lock file says of the project. */
function withDependencies(
  dependencies: Record<string, string>,
  locked: Record<string, unknown> = {},
): string[] {
  return whatIsSaidOf({
    'package.json': changedJson('package.json', (file) => ({ ...file, dependencies })),
    'package-lock.json': changedJson('package-lock.json', ({ packages, ...lock }) => ({
      ...lock,
      packages: { ...Object(packages), '': { ...Object(packages)[''], dependencies }, ...locked },
    })),
  });
}

function withLocked(place: string, change: object | null): string[] {
  return whatIsSaidOf({
    'package-lock.json': changedJson('package-lock.json', ({ packages, ...lock }) => {
      const { [place]: before, ...others } = Object(packages);
      return {
        ...lock,
        packages: change === null ? others : { ...others, [place]: { ...before, ...change } },
      };
    }),
  });
}

function withPackageFile(change: object): string[] {
  return whatIsSaidOf({ 'package.json': changedJson('package.json', (file) => ({ ...file, ...change })) });
}

describe('package.json', () => {
  test.each(['^8.3.8', '~8.3.8', '8', '8.x', 'latest', '>=8.3.8', 'file:../vite'])(
    'pins every version: %s',
    (version) => {
      expect(withDependencies({ vite: version })).toContain(
        `package.json: dependencies: vite is not pinned to one version: ${version}`,
      );
    },
  );

  test('decides on every install script', () => {
    const allowScripts = { node: true, 'better-sqlite3': true, esbuild: false, sharp: false };
    expect(withPackageFile({ allowScripts })).toEqual([
      'package.json: allowScripts: better-sqlite3 is not false',
      'package.json: allowScripts: sharp is not decided on',
    ]);
  });

  test('replaces no package without a decision', () => {
    expect(withPackageFile({ overrides: { glob: '1.0.0' } })).toEqual([
      'package.json: overrides: glob is not decided on',
    ]);
  });

  test("replaces the HTTP client that Jira's client brings along", () => {
    const jira = { 'node_modules/jira-client': { version: '8.2.2', integrity: 'sha512-J==' } };
    expect(withDependencies({ vite: '8.3.8', 'jira-client': '8.2.2' }, jira)).toEqual([
      'package.json: overrides: postman-request is not npm:empty-npm-package@1.0.0',
    ]);
  });

  test('installs under Node 20 and brings the Node that it runs on', () => {
    expect(withPackageFile({ engines: { node: '>=22' } })).toEqual([
      'package.json: engines.node is not ">=20"',
    ]);
    expect(withPackageFile({ optionalDependencies: {} })).toContain(
      'package.json: node is not among the optional dependencies',
    );
  });
});

describe('The lock file', () => {
  test('holds the binaries of every platform', () => {
    expect(withLocked('node_modules/@biomejs/cli-darwin-arm64', null)).toEqual([
      'package-lock.json: lacks @biomejs/cli-darwin-arm64, which node_modules/@biomejs/biome asks for',
    ]);
  });

  test('holds them in the version that was asked for', () => {
    expect(withLocked('node_modules/@biomejs/cli-linux-x64', { version: '2.5.14' })).toEqual([
      'package-lock.json: holds @biomejs/cli-linux-x64 2.5.14 where node_modules/@biomejs/biome asks for 2.5.15',
    ]);
  });

  test('holds what a package depends on, where Node would find it', () => {
    expect(withLocked('node_modules/vite/node_modules/picomatch', null)).toEqual([
      'package-lock.json: lacks picomatch, which node_modules/vite asks for',
    ]);
  });

  test('holds what a package must stand beside', () => {
    expect(withLocked('node_modules/vite', { peerDependenciesMeta: {} })).toEqual([
      'package-lock.json: lacks sass, which node_modules/vite asks for',
    ]);
  });

  test('follows package.json', () => {
    expect(withPackageFile({ devDependencies: { '@biomejs/biome': '2.5.16' } })).toEqual([
      'package-lock.json: devDependencies are not those of package.json',
    ]);
  });

  test('names no address of a download', () => {
    expect(withLocked('node_modules/node', { resolved: 'https://mirror.example/node.tgz' })).toEqual([
      'package-lock.json: node_modules/node has a "resolved" address',
    ]);
  });

  test('holds a checksum of every package', () => {
    expect(withLocked('node_modules/node', { integrity: undefined })).toEqual([
      'package-lock.json: node_modules/node has no checksum',
    ]);
  });

  test('brings no install script that nobody decided on', () => {
    expect(withLocked('node_modules/vite/node_modules/picomatch', { hasInstallScript: true })).toEqual([
      'package-lock.json: node_modules/vite/node_modules/picomatch runs an install script that allowScripts does not name',
    ]);
  });
});
