import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Finding } from './finding.ts';
import { dependencyGroups, PackageFile } from './package-file.ts';
import type { Tree } from './tree.ts';

const versions = Type.Optional(Type.Record(Type.String(), Type.String()));

const LockedPackage = Type.Object({
  version: Type.Optional(Type.String()),
  resolved: Type.Optional(Type.Unknown()),
  integrity: Type.Optional(Type.String()),
  inBundle: Type.Optional(Type.Boolean()),
  hasInstallScript: Type.Optional(Type.Boolean()),
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
  peerDependencies: versions,
  peerDependenciesMeta: Type.Optional(
    Type.Record(Type.String(), Type.Object({ optional: Type.Optional(Type.Boolean()) })),
  ),
});
type LockedPackage = Static<typeof LockedPackage>;

const LockFile = Type.Object({
  lockfileVersion: Type.Number(),
  packages: Type.Record(Type.String(), LockedPackage),
});
type Packages = Static<typeof LockFile>['packages'];

/**
 * What would break `npm ci` on another machine: a package that the lock file needs but does not hold (the binaries of
 * another platform above all, which npm leaves out when it writes the file from an existing node_modules), an address
 * that only one network knows, or a package.json that the lock file no longer follows.
 */
export function lockFile(tree: Tree): Finding[] {
  const lock = Value.Parse(LockFile, JSON.parse(tree.get('package-lock.json') ?? '{}'));
  const file = Value.Parse(PackageFile, JSON.parse(tree.get('package.json') ?? '{}'));
  const reasons: string[] = [];
  if (lock.lockfileVersion !== 3) reasons.push(`lockfileVersion is ${lock.lockfileVersion}, not 3`);
  for (const group of dependencyGroups) {
    if (!sameVersions(lock.packages['']?.[group] ?? {}, file[group])) {
      reasons.push(`${group} are not those of package.json`);
    }
  }
  for (const [place, locked] of Object.entries(lock.packages)) {
    reasons.push(...missingFrom(lock.packages, place, locked));
    if (place !== '') reasons.push(...faultsOf(place, locked, file.allowScripts));
  }
  return reasons.map((reason) => ({ file: 'package-lock.json', line: null, reason }));
}

function missingFrom(packages: Packages, place: string, locked: LockedPackage): string[] {
  const required = Object.entries(locked.peerDependencies ?? {}).filter(
    ([name]) => locked.peerDependenciesMeta?.[name]?.optional !== true,
  );
  const needed = [...dependencyGroups.flatMap((group) => Object.entries(locked[group] ?? {})), ...required];
  return needed.flatMap(([name, wanted]) => {
    const found = lookUp(packages, place, name);
    const who = place === '' ? 'package.json' : place;
    if (found === undefined) return [`lacks ${name}, which ${who} asks for`];
    const wrong = /^\d+\.\d+\.\d+$/.test(wanted) && found.version !== wanted;
    return wrong ? [`holds ${name} ${found.version} where ${who} asks for ${wanted}`] : [];
  });
}

/** The package that Node would load as `name` from `place`: the nearest node_modules on the way up. */
function lookUp(packages: Packages, place: string, name: string): LockedPackage | undefined {
  const found = packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`];
  if (found !== undefined || place === '') return found;
  return lookUp(packages, place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1)), name);
}

function faultsOf(
  place: string,
  locked: LockedPackage,
  scripts: Readonly<Record<string, boolean>>,
): string[] {
  const faults: string[] = [];
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (locked.resolved !== undefined) faults.push(`${place} has a "resolved" address`);
  if (locked.integrity === undefined && locked.inBundle !== true) faults.push(`${place} has no checksum`);
  if (locked.hasInstallScript && !(name in scripts))
    faults.push(`${place} runs an install script that allowScripts does not name`);
  return faults;
}

function sameVersions(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}
