import { describe, expect, test } from 'vitest';
import { type Letter, messageOf } from '../../../server/report/letters/letter.ts';
import { staleLetter } from '../../../server/report/letters/stale-letter.ts';

const letter: Letter = {
  about: 'digest',
  subject: 'Uptake: faster',
  lead: 'Faster after the start, by about 18 % (11 % to 25 %).',
  parts: [
    { title: 'What changed', lines: ['Time to merge: 35 hours, 46 before.', 'Reverts: too few to judge.'] },
    { title: 'One thing to do', lines: ['Look at Payments.'] },
  ],
  link: { text: 'Open the verdict', address: 'https://uptake.acme.example/?rollout=r1' },
  foot: 'Data to Sat 21 Nov.',
};

describe('A letter', () => {
  test('says the same in every form', () => {
    const { text, html, markdown, slack } = messageOf(letter);
    for (const form of [text, html, markdown, slack]) {
      for (const said of ['Faster after the start', 'What changed', 'One thing to do', 'Look at Payments']) {
        expect(form).toContain(said);
      }
      expect(form).toContain('https://uptake.acme.example/?rollout=r1');
      expect(form).toContain('Data to Sat 21 Nov');
    }
    expect(text).toBe(`Faster after the start, by about 18 % (11 % to 25 %).

What changed
- Time to merge: 35 hours, 46 before.
- Reverts: too few to judge.

One thing to do
- Look at Payments.

Open the verdict: https://uptake.acme.example/?rollout=r1

-- 
Data to Sat 21 Nov.
`);
    expect(markdown).toContain('### What changed\n\n- Time to merge: 35 hours, 46 before.');
    expect(slack).toContain('<https://uptake.acme.example/?rollout=r1|Open the verdict>');
  });

  test('no text of it becomes markup, a mention or a reference', () => {
    const name = '<script>&"@channel <!here> [x](y) *b* `c` acme/shop#12';
    const { html, markdown, slack } = messageOf({ ...letter, lead: name, subject: name });
    expect(html).not.toContain('<script>');
    expect(slack).not.toMatch(/<!here>|<script>/);
    expect(slack).toContain('&lt;!here&gt;');
    expect(slack).not.toContain('*b*');
    expect(markdown).not.toMatch(/@channel|\[x\]\(y\)|<script>|shop#12/);
  });

  test('without a link it has none', () => {
    const { text, html, markdown, slack } = messageOf({ ...letter, link: null });
    for (const form of [text, html, markdown, slack]) expect(form).not.toContain('https://');
  });
});

test('stale data are told by source, with the last word of each', () => {
  const stale = [
    { asked: 'github acme', since: Date.UTC(2026, 10, 18, 3), said: 'GitHub refused the token.' },
    { asked: 'jira', since: null, said: '' },
  ];
  const { text, subject } = messageOf(staleLetter(stale, 'UTC'));
  expect(subject).toBe('Uptake: No new data for two nights from 2 sources.');
  expect(text).toMatch(/- github acme: last read .*18 Nov.*03:00\. GitHub refused the token\./);
  expect(text).toContain('- jira: has not been read yet.');
});
