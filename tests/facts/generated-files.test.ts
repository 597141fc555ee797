import { expect, it } from 'vitest';
import { isGeneratedFile } from '../../server/facts/generated-files.ts';

it.each([
  'package-lock.json',
  'web/yarn.lock',
  'pnpm-lock.yaml',
  'Cargo.lock',
  'services/till/go.sum',
  'poetry.lock',
  'Gemfile.lock',
  'composer.lock',
  'assets/app.min.js',
  'api/till.pb.go',
  'tests/__snapshots__/till.test.ts.snap',
  'vendor/github.example/acme/lib.go',
  'web/node_modules/left/index.js',
  'web/dist/app.js',
])('%s is generated', (path) => {
  expect(isGeneratedFile(path)).toBe(true);
});

it.each([
  'src/lock.ts',
  'package.json',
  'src/vendors.ts',
  'docs/dist.md',
  'go.mod',
  'src/admin.js',
  'distribution/a.go',
])('%s is written by people', (path) => {
  expect(isGeneratedFile(path)).toBe(false);
});
