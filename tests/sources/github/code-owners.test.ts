import { describe, expect, test } from 'vitest';
import { named, started } from './named-repositories.ts';
import { read } from './read.ts';

const text = '* @acme/till\n';

describe('CODEOWNERS', () => {
  test.each([
    [{ '.github/CODEOWNERS': text, CODEOWNERS: '* @acme/web\n' }],
    [{ CODEOWNERS: text, 'docs/CODEOWNERS': '* @acme/web\n' }],
    [{ 'docs/CODEOWNERS': text }],
  ])('comes with its repository: %j', async (files) => {
    const { fake, id } = await started({ ...named('web'), files });
    const { rows } = await read(fake);
    expect(rows.kept.get(id('acme/web'))?.repository.codeOwners).toBe(text);
  });

  test('is none where there is no such file, and is read again every night', async () => {
    const { fake, id } = await started(named('web'));
    const first = await read(fake);
    expect(first.rows.kept.get(id('acme/web'))?.repository.codeOwners).toBeNull();
    const [web] = fake.organisations[0]?.repositories ?? [];
    if (web) web.files.CODEOWNERS = text;
    const { rows } = await read(fake, { owner: 'acme' }, { rows: first.rows });
    expect(rows.kept.get(id('acme/web'))?.repository.codeOwners).toBe(text);
  });
});
