#!/usr/bin/env node
import module from 'node:module';

// Plain JavaScript on purpose: a TypeScript file could not tell an old Node what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Uptake needs Node 22.18 or later, this is ${process.versions.node}: run it through npm (npm start), which brings its own, or install a newer Node.`,
  );
  process.exit(2);
}
// Half of a short command's time would go into compiling what the last one compiled already.
module.enableCompileCache();
const { run } = await import('./cli.ts');
process.exitCode = await run(process.argv.slice(2));
