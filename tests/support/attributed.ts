import { type AttributionInput, attribute } from '../../server/facts/attribution/attribute.ts';
import type { AttributedCommit } from '../../server/facts/attribution/commit-evidence.ts';
import { type CompiledRules, compiledRules } from '../../server/facts/attribution/compiled.ts';
import type { Attribution } from '../../server/facts/attribution/evidence.ts';
import type { IdentityRule, Rule } from '../../server/facts/attribution/rule.ts';

export const rules = compiledRules();

/** A person's commit without any mark. */
export function plainCommit(over: Partial<AttributedCommit> = {}): AttributedCommit {
  return {
    sha: 'c1',
    author: { name: 'Ada Example', email: 'ada@example.com' },
    message: 'Take coupons at checkout',
    authoredAt: Date.UTC(2026, 1, 2),
    parents: 1,
    note: null,
    ...over,
  };
}

/** A person's pull request without any mark. */
export function plainPullRequest(over: Partial<AttributionInput> = {}): AttributionInput {
  return {
    repository: 'acme/shop',
    title: 'Take coupons at checkout',
    body: '',
    branch: 'coupons',
    labels: [],
    account: null,
    reviewers: [],
    commits: [plainCommit()],
    landed: null,
    ...over,
  };
}

export function attributed(over: Partial<AttributionInput>, by: CompiledRules = rules): Attribution {
  return attribute(plainPullRequest(over), by);
}

/** What is concluded of a pull request of one commit with this message. */
export function ofMessage(message: string, by: CompiledRules = rules): Attribution {
  return attributed({ commits: [plainCommit({ message })] }, by);
}

/** What is concluded of a pull request of one commit by this author, written `Name <address>`. */
export function ofAuthor(identity: string): Attribution {
  return attributed({ commits: [plainCommit({ author: identityOf(identity) })] });
}

function identityOf(text: string): { name: string; email: string } {
  const [, name = text, email = ''] = /^(.*?)\s*<?([^\s<>]+@[^\s<>]+)>?$/.exec(text) ?? [];
  return { name, email };
}

/** Pull requests in which the text stands wherever the rule looks for it. */
export function placed(rule: Rule, text: string): Attribution[] {
  const subject = 'Take coupons at checkout';
  switch (rule.at) {
    case 'identity':
      return identityPlaces(rule, text);
    case 'line':
    case 'trailer':
    case 'text':
      return [ofMessage(`${subject}\n\n${text}\n`), attributed({ body: `About coupons.\n\n${text}\n` })];
    case 'title':
      return [attributed({ title: text }), ofMessage(text)];
    case 'branch':
      return [attributed({ branch: text })];
    case 'reviewer':
      return [attributed({ reviewers: [{ login: text, kind: text.endsWith('[bot]') ? 'bot' : 'user' }] })];
    case 'label':
      return [attributed({ labels: [text] })];
  }
}

function identityPlaces(rule: IdentityRule, text: string): Attribution[] {
  const author = rule.author === null || rule.withoutAddress ? [] : [ofAuthor(text)];
  const trailer = rule.trailer === null ? [] : [ofMessage(`Coupons\n\nCo-authored-by: ${text}\n`)];
  return [...author, ...trailer];
}
