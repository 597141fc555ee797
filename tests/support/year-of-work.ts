import { GitRepository } from './git-repository.ts';
import { seededRandom } from './random-history.ts';

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;
const FIRST_MONDAY = Date.UTC(2024, 8, 2) / 1000;
const PEOPLE = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'].map(
  (name) => `${name} <${name.toLowerCase()}@example.com>`,
);
const BOT = 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>';

/**
 * A repository with `weeks` weeks of ordinary work, the last one cut short: pull requests merged and squashed, automation,
 * direct pushes, quiet weeks with too few to say, and a fortnight in which nobody worked.
 */
export function yearOfWork(folder: string, name: string, seed: number, weeks: number): GitRepository {
  const random = seededRandom(seed);
  const repository = new GitRepository(folder, name).commit('start', { committedAt: FIRST_MONDAY });
  const below = (limit: number) => Math.floor(random() * limit);
  let tip = 'start';
  let number = 0;

  const land = (at: number): void => {
    number += 1;
    const author = random() < 0.08 ? BOT : (PEOPLE[below(PEOPLE.length)] ?? '');
    const began = Math.round(at - HOUR * Math.exp(1 + 3 * random()));
    const files = { [`src/part-${below(40)}.ts`]: `// ${number}\n${'line\n'.repeat(1 + below(120))}` };
    const kind = random();
    if (kind < 0.15) {
      repository.commit(`p${number}`, { parents: [tip], author, committedAt: at, files });
      tip = `p${number}`;
    } else if (kind < 0.3) {
      const message = `Change ${number} (#${number})`;
      repository.commit(`s${number}`, { parents: [tip], author, committedAt: at, message, files });
      tip = `s${number}`;
    } else {
      const message = `Merge pull request #${number} from acme/change-${number}\n\nChange ${number}`;
      repository.commit(`w${number}`, { parents: [tip], author, committedAt: began, files });
      repository.commit(`m${number}`, { parents: [tip, `w${number}`], committedAt: at, message });
      tip = `m${number}`;
    }
  };

  for (let week = 0; week < weeks; week++) {
    const monday = FIRST_MONDAY + week * WEEK;
    const holiday = week === 16 || week === 17;
    const many = holiday ? 0 : week % 9 === 5 ? 3 : 10 + below(9);
    const days = week === weeks - 1 ? 2 : 5;
    const moments = Array.from({ length: many }, () => monday + below(days * 24 * HOUR)).sort(
      (a, b) => a - b,
    );
    for (const at of moments) land(at);
  }
  return repository.point('main', tip);
}
