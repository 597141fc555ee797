import { JqlError, refuseReserved, type Word, wordsOf } from './jql-words.ts';

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

/** `call`: a function without arguments, such as `now()`. */
export type Operand = { kind: 'value' | 'call'; text: string } | { kind: 'empty' };

export type Clause =
  | { kind: 'all' | 'any'; parts: Clause[] }
  | { kind: 'not'; part: Clause }
  | { kind: 'term'; field: string; operator: Operator; operands: Operand[] };

export type Order = { field: string; descending: boolean };

/** `where` null: the query is unbounded. */
export type Query = { where: Clause | null; orders: Order[] };

const operators = "'=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'";

/** Throws a JqlError at what is no JQL, and at what this reader does not know. */
export function readQuery(jql: string): Query {
  return new Reader(wordsOf(jql)).query();
}

class Reader {
  readonly #words: Word[];
  #next = 0;

  constructor(words: Word[]) {
    this.#words = words;
  }

  query(): Query {
    const where = this.#words.length === 0 || this.#says('order') ? null : this.#any();
    const orders: Order[] = [];
    if (this.#took('order')) {
      if (!this.#took('by')) this.#refuse("Expecting 'by'");
      do {
        const field = this.#field();
        const descending = this.#took('desc');
        if (!descending) this.#took('asc');
        orders.push({ field, descending });
      } while (this.#took(','));
    }
    if (this.#next < this.#words.length) this.#refuse("Expecting either 'OR' or 'AND'");
    if (orders.length > 7) throw new JqlError('The ORDER BY clause may hold 7 fields at most.');
    return { where, orders };
  }

  #any(): Clause {
    const parts = [this.#all()];
    while (this.#took('or')) parts.push(this.#all());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts };
  }

  #all(): Clause {
    const parts = [this.#one()];
    while (this.#took('and')) parts.push(this.#one());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', parts };
  }

  #one(): Clause {
    if (this.#took('not') || this.#took('!')) return { kind: 'not', part: this.#one() };
    if (this.#took('(')) {
      const inner = this.#any();
      if (!this.#took(')')) this.#refuse("Expecting ')'");
      return inner;
    }
    const field = this.#field();
    const operator = this.#operator(field);
    const many = operator === 'in' || operator === 'not in';
    return { kind: 'term', field, operator, operands: many ? this.#list() : [this.#operand()] };
  }

  #operator(field: string): Operator {
    for (const sign of ['=', '!=', '<=', '>=', '<', '>', '~', '!~'] as const)
      if (this.#took(sign)) return sign;
    if (this.#took('in')) return 'in';
    if (this.#took('is')) return this.#took('not') ? 'is not' : 'is';
    if (this.#took('not')) {
      if (this.#took('in')) return 'not in';
    }
    const word = this.#words[this.#next];
    const got =
      word === undefined
        ? 'Expecting operator before the end of the query'
        : `Expecting operator but got '${word.text}'`;
    throw new JqlError(
      `Error in the JQL Query: ${got}. The valid operators are ${operators}.${where(word)} (after ${field})`,
    );
  }

  #list(): Operand[] {
    if (!this.#took('(')) this.#refuse("Expecting '('");
    const operands = [this.#operand()];
    while (this.#took(',')) operands.push(this.#operand());
    if (!this.#took(')')) this.#refuse("Expecting ')'");
    return operands;
  }

  #operand(): Operand {
    const word = this.#words[this.#next];
    if (word === undefined || word.kind === 'sign')
      return this.#refuse('Expecting either a value, list or function');
    this.#next += 1;
    if (word.kind === 'text' && /^(empty|null)$/i.test(word.text)) return { kind: 'empty' };
    if (word.kind === 'text' && this.#took('(')) {
      if (!this.#took(')')) this.#refuse("Expecting ')'");
      return { kind: 'call', text: word.text };
    }
    if (word.kind === 'text') refuseReserved(word.text);
    return { kind: 'value', text: word.text };
  }

  #field(): string {
    const word = this.#words[this.#next];
    if (word === undefined || word.kind === 'sign') return this.#refuse('Expecting a field name');
    this.#next += 1;
    return word.text;
  }

  #says(text: string): boolean {
    const word = this.#words[this.#next];
    return word !== undefined && word.kind !== 'quoted' && word.text.toLowerCase() === text;
  }

  #took(text: string): boolean {
    const says = this.#says(text);
    if (says) this.#next += 1;
    return says;
  }

  #refuse(expecting: string): never {
    const word = this.#words[this.#next];
    const got = word === undefined ? ' before the end of the query.' : ` but got '${word.text}'.`;
    throw new JqlError(`Error in the JQL Query: ${expecting}${got}${where(word)}`);
  }
}

function where(word: Word | undefined): string {
  return word === undefined ? '' : ` (line 1, character ${word.at + 1})`;
}
