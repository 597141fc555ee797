import type { Chance } from './github/chance.ts';

const NASTY = [
  ...['\0', '\u202e', '"', "'", ';--', '{', '[[', '}', ']', ',,', ':', '%00', '%', '../', '\r\n', '\t', '\\'],
  ...['<script>', 'null', '__proto__', 'constructor', 'NaN', '-1', '1e309', '9'.repeat(300), '\ud800', '🦕'],
  ...['&a=', '=', '#', '- ', '*x', '&x', '!!js/function', '0x', '٣', 'true', '2026-13-45', ' '.repeat(50)],
];

/** A text with one to four things done to it: cut, doubled, replaced, or with something in it that does not belong there. */
export function spoiled(text: string, chance: Chance): string {
  let made = text;
  for (let left = chance.between(1, 4); left > 0; left -= 1) {
    const at = chance.between(0, made.length);
    const upTo = Math.min(made.length, at + chance.between(1, 20));
    const [before, part, after] = [made.slice(0, at), made.slice(at, upTo), made.slice(upTo)];
    made = chance.one([
      before + after,
      before + part + part + after,
      before + chance.one(NASTY) + after,
      before + chance.one(NASTY) + part + after,
      before,
    ]);
  }
  return made;
}

/** A value with one of its parts replaced by something of another kind, or with a part that nobody asked for. */
export function spoiledValue(value: unknown, chance: Chance): unknown {
  const odd = [null, -1, 1e300, '', chance.one(NASTY), [], {}, true, [[[]]], { length: -1 }];
  if (typeof value !== 'object' || value === null || chance.happens(0.2)) return chance.one(odd);
  if (Array.isArray(value)) {
    const at = chance.between(0, value.length);
    return [...value.slice(0, at), spoiledValue(value[at], chance), ...value.slice(at + 1)];
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || chance.happens(0.2)) return { ...value, [chance.one(NASTY)]: chance.one(odd) };
  const [name] = chance.one(entries);
  return chance.happens(0.2)
    ? Object.fromEntries(entries.filter(([other]) => other !== name))
    : { ...value, [name]: spoiledValue(Reflect.get(value, name), chance) };
}
