import type { Finding } from './finding.ts';
import { forbiddenText } from './forbidden-text.ts';
import { libraries } from './library-homes.ts';
import { lockFile } from './lock-file.ts';
import { names } from './names.ts';
import { outsideWorld } from './outside-world.ts';
import { packageFile } from './package-file.ts';
import { placement } from './rooms.ts';
import { parseSources } from './source.ts';
import { statements } from './statements.ts';
import { styleSheets } from './style-sheets.ts';
import { switchedOff } from './switched-off.ts';
import type { Tree } from './tree.ts';
import { imports } from './who-may-import.ts';

/** Every breach of the rules of the house in a tree of files; none means that the house is in order. */
export function findingsIn(tree: Tree): Finding[] {
  const { sources, findings } = parseSources(tree);
  return [
    ...findings,
    ...placement(tree),
    ...names(tree),
    ...imports(sources),
    ...libraries(sources),
    ...outsideWorld(sources),
    ...statements(sources),
    ...switchedOff(sources, tree),
    ...styleSheets(tree),
    ...forbiddenText(tree),
    ...packageFile(tree),
    ...lockFile(tree),
  ];
}
