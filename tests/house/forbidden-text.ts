import type { Finding } from './finding.ts';
import type { Tree } from './tree.ts';

type Forbidden = { pattern: RegExp; reason: (found: string) => string; except?: string };

/** Written so that this file does not hold what it forbids. */
const forbidden: readonly Forbidden[] = [
  {
    pattern: /(?<![\w.~*-])\/(?:home|root|work|Users)\/[\w.-]/g,
    reason: (found) => `names a place on one machine: ${found.slice(0, -1)}`,
  },
  {
    pattern: /(?:registry\.(?:npmjs|yarnpkg)\.\w+|npm\.pkg\.github\.\w+|(?:deb|security)\.debian\.\w+)/g,
    reason: (found) => `names a package registry: ${found}`,
  },
  {
    pattern: /[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b/gi,
    reason: (found) => `holds an e-mail address that could be a person's: ${found}`,
    except: 'server/', // knows the addresses under which AI tools commit
  },
];

/** Addresses that reach nobody: domains set aside for examples (RFC 2606), no-reply senders, `git@host` of a remote. */
const nobody =
  /^git@|noreply@|@users\.noreply\.|[@.](?:example|test|invalid|localhost)$|[@.]example\.(?:com|org|net)$/i;

/** Text that has no place in a file that others read, whatever its language. */
export function forbiddenText(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of tree) {
    if (path === 'package-lock.json') continue; // judged by its own rules; holds npm's notices
    text.split('\n').forEach((line, index) => {
      for (const { pattern, reason, except } of forbidden) {
        if (except !== undefined && path.startsWith(except)) continue;
        for (const [found] of line.matchAll(pattern)) {
          if (!nobody.test(found)) findings.push({ file: path, line: index + 1, reason: reason(found) });
        }
      }
    });
  }
  return findings;
}
