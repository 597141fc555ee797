import type { Rule } from './rule.ts';
import type { AttributionSettings } from './settings.ts';

const SOURCE = 'added by the organisation';

/** An organisation's additions as rules like all others: it knows its own machine users, so that they are certain. */
export function organisationRules(settings: AttributionSettings): Rule[] {
  const { identities, branchPrefixes, labels } = settings;
  return [
    ...identities.map(
      ({ tool, mailbox, login }, index): Rule => ({
        at: 'identity',
        signal: `organisation-identity-${index + 1}`,
        tool,
        strength: 'certain',
        ...(mailbox === null ? {} : { mailboxes: [mailbox.toLowerCase()] }),
        ...(login === null ? {} : { apps: [plain(login)], logins: [plain(login)] }),
        author: 'authored',
        trailer: 'assisted',
        ...stated(mailbox ?? login ?? ''),
      }),
    ),
    ...branchPrefixes.map(
      ({ tool, prefix }, index): Rule => ({
        at: 'branch',
        signal: `organisation-branch-${index + 1}`,
        tool,
        strength: 'strong',
        pattern: new RegExp(`^${prefix.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'i'),
        role: 'assisted',
        ...stated(prefix),
      }),
    ),
    ...labels.map(
      ({ tool, label }, index): Rule => ({
        at: 'label',
        signal: `organisation-label-${index + 1}`,
        tool,
        strength: 'strong',
        labels: [label.toLowerCase()],
        role: 'assisted',
        ...stated(label),
      }),
    ),
  ];
}

function plain(login: string): string {
  return login.toLowerCase().replace(/\[bot\]$/, '');
}

function stated(example: string) {
  return { source: SOURCE, shows: [example], unlike: [] };
}
