import { describe, expect, test } from 'vitest';
import { GitRepository } from '../../support/git-repository.ts';
import { walked } from '../../support/walked.ts';

function noted(): GitRepository {
  const repository = new GitRepository().commit('one').commit('two').point('main');
  repository.git(
    'notes',
    '--ref=ai',
    'add',
    '-m',
    'till.ts\n  s_1 1-4\n---\n{"über": 1}',
    repository.sha('one'),
  );
  repository.git('notes', '--ref=ai', 'add', '-m', '', '--allow-empty', repository.sha('two'));
  return repository;
}

describe('Notes in refs/notes/ai', () => {
  test('are read whole, with the commits that they stand at', async () => {
    const repository = noted();
    const { notes } = await walked(repository);
    const byName = new Map(notes.map((note) => [repository.names([note.sha])[0], note.text]));
    expect(byName).toEqual(
      new Map([
        ['one', 'till.ts\n  s_1 1-4\n---\n{"über": 1}\n'],
        ['two', ''],
      ]),
    );
  });

  test('are read again only when they changed, even if nothing else did', async () => {
    const repository = noted();
    const rows = await walked(repository);
    await walked(repository, { rows });
    expect(rows.end?.notes).toBeNull();
    repository.git('notes', '--ref=ai', 'remove', repository.sha('two'));
    await walked(repository, { rows });
    expect(rows.read).toEqual([]);
    expect(rows.end?.notes).toHaveLength(1);
  });

  test('are gone when the reference is', async () => {
    const repository = noted();
    const rows = await walked(repository);
    repository.git('update-ref', '-d', 'refs/notes/ai');
    await walked(repository, { rows });
    expect(rows.end?.notes).toEqual([]);
    await walked(repository, { rows });
    expect(rows.end?.notes).toBeNull();
  });
});
