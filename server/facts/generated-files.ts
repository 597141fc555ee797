/** Lock files, and others that a tool writes as a whole: their lines say nothing about the size of a change. */
const NAMES: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'cargo.lock',
  'go.sum',
  'go.work.sum',
  'gopkg.lock',
  'poetry.lock',
  'pipfile.lock',
  'pdm.lock',
  'uv.lock',
  'gemfile.lock',
  'composer.lock',
  'mix.lock',
  'pubspec.lock',
  'podfile.lock',
  'package.resolved',
  'packages.lock.json',
  'project.assets.json',
  'gradle.lockfile',
  'buildscript-gradle.lockfile',
  'flake.lock',
  'conan.lock',
  '.terraform.lock.hcl',
  'module.bazel.lock',
]);

const ENDINGS: readonly string[] = [
  '.min.js',
  '.min.mjs',
  '.min.css',
  '.js.map',
  '.mjs.map',
  '.css.map',
  '.bundle.js',
  '.pb.go',
  '.pb.gw.go',
  '.pb.cc',
  '.pb.h',
  '_pb2.py',
  '_pb2.pyi',
  '_pb2_grpc.py',
  '_pb.js',
  '_pb.d.ts',
  '_grpc_pb.js',
  '.g.dart',
  '.freezed.dart',
  '.g.cs',
  '.designer.cs',
  '.generated.ts',
  '.generated.go',
  '_generated.go',
  '.snap',
];

/** Folders, anywhere in the path, whose contents come from elsewhere or from a build. */
const FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'third_party',
  'dist',
  '__snapshots__',
  '__generated__',
  '.yarn',
]);

/** Judged by its path alone, as a repository's contents are not read; letter case is ignored. */
export function isGeneratedFile(path: string): boolean {
  const folders = path.toLowerCase().split('/');
  const name = folders.pop() ?? '';
  return (
    NAMES.has(name) ||
    ENDINGS.some((ending) => name.endsWith(ending)) ||
    folders.some((folder) => FOLDERS.has(folder))
  );
}
