import { cycled, purpose, seedOf } from './chance.ts';

// Names from many places, put together at random: whoever bears one of the pairs is not meant.
const FIRST =
  words(`Aarav Adaeze Agnes Ahmed Aiko Alejandra Amara Anders Aniela Anouk Ayesha Bartosz Beatriz Bruno Camila Chidi
  Chiara Daisuke Dalia Deepak Dmitri Ebru Eduardo Elif Emeka Esther Farid Fatima Femi Freya Gabriela Giulia Hana Hao Hugo Imani
  Ingrid Isha Ivana Jamal Jelena Jin Joana Kaito Karim Kavya Kofi Lars Leila Lucia Magnus Mateus Meera Mei Mikolaj Nadia Nia
  Nikhil Nora Olek Oluchi Paolo Priya Rafael Ravi Ronja Rosa Samir Sanna Selin Sipho Sofia Tariq Thabo Tomas Wanjiru Yara Yusuf Zofia`);
const LAST =
  words(`Abara Achterberg Adeyemi Almeida Andersson Arslan Bakker Balogun Banerjee Barros Bauer Bianchi Chaudhry Costa
  Demir Dhillon Dlamini Duarte Eriksen Farouk Fischer Fonseca Galli Gowda Haddad Hakimi Hansen Hayashi Herrera Horvat Iyer
  Jansen Kamau Kaya Khumalo Kimura Kowalczyk Krause Lindqvist Lopes Mahlangu Marino Mehta Mensah Moreau Mwangi Nakagawa Nowak
  Nwosu Okafor Olsen Osei Ozturk Patel Pereira Petrovic Qureshi Rahman Reddy Rinaldi Rocha Sato Schmitt Sharma Silva Sorensen
  Suzuki Takeda Tanaka Teixeira Varga Vermeer Wanjala Weber Wieczorek Yilmaz Zhang Zielinski`);

export type Name = { name: string; login: string };

/** A way to name one person after the other; no two share a login. */
export function naming(seed: number): (index: number) => Name {
  const pairs = FIRST.length * LAST.length;
  const offset = seedOf(seed, purpose.person) % pairs;
  const step = coprime(pairs);
  const taken = new Set<string>();
  return (index) => {
    const pair = (index * step + offset) % pairs;
    const first = cycled(FIRST, pair);
    const last = cycled(LAST, Math.floor(pair / FIRST.length));
    let login = loginOf(first.toLowerCase(), last.toLowerCase(), index);
    while (taken.has(login)) login = `${login}${(index % 90) + 10}`;
    taken.add(login);
    return { name: `${first} ${last}`, login };
  };
}

function loginOf(first: string, last: string, index: number): string {
  if (index % 3 === 0) return `${first}-${last}`;
  return index % 3 === 1 ? `${first.charAt(0)}${last}` : `${first}${last.charAt(0)}`;
}

/** Goes through all pairs before one comes again. */
function coprime(count: number): number {
  let step = 1237;
  while (divisor(step, count) > 1) step += 2;
  return step;
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other);
}

function words(list: string): readonly string[] {
  return list.split(/\s+/);
}
