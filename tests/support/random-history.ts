import { GitRepository } from './git-repository.ts';

/** Numbers from 0 to 1, the same for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PEOPLE = ['Ada <ada@example.com>', 'Ben <ben@example.com>', 'Cleo <cleo@example.com>'];

/**
 * A repository whose main branch grew by `moves` random moves, and every commit that main pointed at on the way, in order. Some
 * pull requests have their heads in it, from the start.
 */
export function randomHistory(seed: number, moves: number): { repository: GitRepository; tips: string[] } {
  const random = seededRandom(seed);
  const repository = new GitRepository();
  const tips: string[] = [];
  const heads = new Map<number, string>();
  let commits = 0;
  let number = 0;
  const below = (limit: number): number => Math.floor(random() * limit);
  const someone = (): string => PEOPLE[below(PEOPLE.length)] ?? '';
  const tip = (): string => tips.at(-1) ?? '';
  const add = (parents: string[], message?: string, author = someone(), authoredAt?: number): string => {
    commits += 1;
    const name = `c${commits}`;
    const old = authoredAt ?? (random() < 0.3 ? Date.UTC(2025, 0, 1 + below(300)) / 1000 : undefined);
    const dated = old === undefined ? {} : { authoredAt: old };
    repository.commit(name, { parents, author, ...dated, ...(message === undefined ? {} : { message }) });
    return name;
  };
  const land = (parents: string[], message?: string, author?: string): void => {
    tips.push(add(parents, message, author));
  };
  const side = (author?: string): string => {
    let end = tips[Math.max(0, tips.length - 1 - below(6))] ?? '';
    for (let left = 1 + below(3); left > 0; left -= 1) end = add([end], undefined, author);
    if (random() < 0.3) end = add([end, tip()], "Merge branch 'main' into work");
    if (random() < 0.2) end = add([end, add([tip()])], 'Merge pull request #1 from fork/nested');
    if (random() < 0.3) end = add([end]);
    return end;
  };
  const used = (): number => (number > 0 && random() < 0.15 ? 1 + below(number) : ++number);
  const kinds: (() => void)[] = [
    () => land([tip()]),
    () => land([tip()], `Squashed (#${used()})`),
    () => {
      heads.set(++number, side());
      land([tip()], `Squashed with its head (#${number})`);
    },
    () => {
      const authored = Array.from(
        { length: 1 + below(4) },
        () => Date.UTC(2025, 0, 1 + below(300), commits) / 1000,
      );
      const from = tips[Math.max(0, tips.length - 1 - below(4))] ?? '';
      const head = authored.reduce((end, at) => add([end], `Rebased at ${at}`, PEOPLE[0], at), from);
      heads.set(++number, head);
      for (const at of authored) tips.push(add([tip()], `Rebased at ${at}`, PEOPLE[0], at));
    },
    () => land([tip(), side()], `Merge pull request #${used()} from ada/work\n\nWork`),
    () => land([tip(), side()], "Merge branch 'work'"),
    () => land([tip(), side(), side()], `Merge pull request #${used()} from ada/octopus`),
    () => {
      const shared = used();
      for (let left = 2 + below(3); left > 0; left -= 1) land([tip()], `Step ${left} (#${shared})`);
    },
    () => {
      const puller = someone();
      land(
        [add([tips[Math.max(0, tips.length - 2)] ?? ''], 'Local', puller), tip()],
        "Merge branch 'main'",
        puller,
      );
    },
  ];
  land([]);
  for (let left = moves; left > 0; left -= 1) kinds[below(kinds.length)]?.();
  for (const [pull, head] of heads) repository.point(`refs/pull/${pull}/head`, head);
  return { repository, tips };
}
