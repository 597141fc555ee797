import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Finding } from './finding.ts';
import type { Tree } from './tree.ts';

const versions = Type.Record(Type.String(), Type.String());

export const PackageFile = Type.Object({
  engines: Type.Object({ node: Type.String() }),
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  overrides: Type.Optional(versions),
  allowScripts: Type.Record(Type.String(), Type.Boolean()),
});
export type PackageFile = Static<typeof PackageFile>;

export const dependencyGroups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Exactly one version, of a package or of the package that an `npm:` alias stands for. */
const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Only `node` has to fetch what its package does not hold; whoever adds a package with an install script decides here. */
const allowScripts = { node: true, 'better-sqlite3': false, esbuild: false };

/** A package that may be replaced, by what, and the dependency that pulls it in. */
const overrides = [
  { name: 'postman-request', by: 'npm:empty-npm-package@1.0.0', because: 'jira-client' }, // its HTTP client, never called
];

/** Departures of package.json from what was decided about versions, install scripts and replaced packages. */
export function packageFile(tree: Tree): Finding[] {
  return reasonsAgainst(Value.Parse(PackageFile, JSON.parse(tree.get('package.json') ?? '{}'))).map(
    (reason) => ({
      file: 'package.json',
      line: null,
      reason,
    }),
  );
}

function reasonsAgainst(file: PackageFile): string[] {
  const reasons: string[] = [];
  const given = file.overrides ?? {};
  for (const group of [...dependencyGroups, 'overrides'] as const) {
    for (const [name, version] of Object.entries(file[group] ?? {})) {
      if (!exact.test(version)) reasons.push(`${group}: ${name} is not pinned to one version: ${version}`);
    }
  }
  if (file.engines.node !== '>=20') reasons.push('engines.node is not ">=20"');
  if (!('node' in file.optionalDependencies)) reasons.push('node is not among the optional dependencies');
  for (const name of new Set([...Object.keys(allowScripts), ...Object.keys(file.allowScripts)])) {
    const decided = Object.entries(allowScripts).find(([known]) => known === name)?.[1];
    if (file.allowScripts[name] !== decided)
      reasons.push(`allowScripts: ${name} is not ${decided ?? 'decided on'}`);
  }
  for (const { name, by, because } of overrides) {
    if (because in file.dependencies && given[name] !== by) reasons.push(`overrides: ${name} is not ${by}`);
  }
  for (const name of Object.keys(given)) {
    if (!overrides.some((known) => known.name === name)) reasons.push(`overrides: ${name} is not decided on`);
  }
  return reasons;
}
