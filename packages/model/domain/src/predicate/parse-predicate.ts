import type { Comparator, Literal, Predicate } from '@assay/contracts';
import { type ParseProblem, type Token, tokenise } from './tokenise.ts';

export type ParsedPredicate =
  | { readonly ok: true; readonly predicate: Predicate }
  | { readonly ok: false; readonly error: ParseProblem };

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '≠': '!=',
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
};

/** Words with a meaning of their own, in any case; as names or values they are quoted. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'between',
  'is',
  'missing',
  'null',
  'contains',
  'starts',
  'ends',
  'starts-with',
  'ends-with',
  'true',
  'false',
]);

const MAX_DEPTH = 100;

/**
 * Reads a predicate as people write it:
 * `sex = Female and age > 60 and not (city in (Lyon, "New York"))`, `wage between 5 and 10`,
 * `name contains "smith"` (add `match case` to mind it), `x is missing`, `low < high` where both are columns.
 *
 * A name with spaces stands in backticks, or in double quotes on the left of a comparison. On the right, a bare
 * word that is one of `columns` and anything in backticks is a column; the rest is a value. A word that is a number
 * as JavaScript writes it is a number; `02134` and `1.50` stay text, which the column's type reads.
 */
export function parsePredicate(text: string, columns: readonly string[] = []): ParsedPredicate {
  const split = tokenise(text);
  if ('problem' in split) return { ok: false, error: split.problem };
  const parser = new Parser(split.tokens, columns);
  try {
    return { ok: true, predicate: parser.whole() };
  } catch (error) {
    if (error instanceof Refusal)
      return { ok: false, error: { message: error.message, position: error.position } };
    throw error;
  }
}

class Refusal extends Error {
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #columns: ReadonlySet<string>;
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], columns: readonly string[]) {
    this.#tokens = tokens;
    this.#columns = new Set(columns.map((column) => column.toLowerCase()));
  }

  whole(): Predicate {
    if (this.#peek().kind === 'end') return { op: 'true' };
    const predicate = this.#chain('or');
    if (this.#peek().kind !== 'end') this.#refuse('Expected "and", "or" or the end.');
    return predicate;
  }

  #chain(op: 'and' | 'or'): Predicate {
    const args = [this.#link(op)];
    while (this.#takeWord(op)) args.push(this.#link(op));
    return args.length === 1 ? args[0]! : { op, args };
  }

  #link(op: 'and' | 'or'): Predicate {
    return op === 'or' ? this.#chain('and') : this.#negation();
  }

  #negation(): Predicate {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.#refuse('This is nested too deeply.');
    const negated = this.#takeWord('not');
    const inner = negated ? this.#negation() : this.#primary();
    this.#depth -= 1;
    return negated ? { op: 'not', arg: inner } : inner;
  }

  #primary(): Predicate {
    if (this.#takePunctuation('(')) {
      const inner = this.#chain('or');
      if (!this.#takePunctuation(')')) this.#refuse('Expected ")".');
      return inner;
    }
    if (this.#takeWord('true')) return { op: 'true' };
    return this.#condition(this.#columnName());
  }

  #condition(column: string): Predicate {
    const token = this.#peek();
    if (token.kind === 'operator') return this.#comparison(column);
    if (this.#takeWord('is')) {
      const negated = this.#takeWord('not');
      if (!this.#takeWord('missing') && !this.#takeWord('null'))
        this.#refuse('Expected "missing" after "is".');
      return negate({ op: 'missing', column }, negated);
    }
    const negated = this.#takeWord('not');
    if (this.#takeWord('in')) return negate({ op: 'in', column, values: this.#list() }, negated);
    if (this.#takeWord('between')) {
      const low = this.#value();
      if (!this.#takeWord('and')) this.#refuse('Expected "and" between the two limits.');
      return negate({ op: 'between', column, low, high: this.#value() }, negated);
    }
    return negate(this.#textTest(column), negated);
  }

  #comparison(column: string): Predicate {
    const comparator = COMPARATORS[this.#next().text]!;
    const token = this.#peek();
    const named = token.kind === 'word' && this.#columns.has(token.text.toLowerCase()) && !isKeyword(token);
    if (named || token.kind === 'backticked') {
      return { op: 'compare-columns', left: column, comparator, right: this.#next().text };
    }
    return { op: 'compare', column, comparator, value: this.#value() };
  }

  #textTest(column: string): Predicate {
    const op = this.#textOperator();
    if (op === null) {
      this.#refuse(
        'Expected a comparison: =, !=, <, <=, >, >=, in, between, contains, starts with, ends with, is missing.',
      );
    }
    const text = String(this.#value());
    let matchCase = false;
    if (this.#takeWord('match')) {
      if (!this.#takeWord('case')) this.#refuse('Expected "case" after "match".');
      matchCase = true;
    }
    return { op, column, text, matchCase };
  }

  #textOperator(): 'contains' | 'starts-with' | 'ends-with' | null {
    for (const op of ['contains', 'starts-with', 'ends-with'] as const) if (this.#takeWord(op)) return op;
    for (const word of ['starts', 'ends'] as const) {
      if (!this.#takeWord(word)) continue;
      if (!this.#takeWord('with')) this.#refuse(`Expected "with" after "${word}".`);
      return `${word}-with`;
    }
    return null;
  }

  #list(): Literal[] {
    if (!this.#takePunctuation('(')) this.#refuse('Expected "(" and a list of values.');
    const values: Literal[] = [];
    if (this.#takePunctuation(')')) return values;
    do values.push(this.#value());
    while (this.#takePunctuation(','));
    if (!this.#takePunctuation(')')) this.#refuse('Expected "," or ")".');
    return values;
  }

  #columnName(): string {
    const token = this.#peek();
    const quoted = token.kind === 'backticked' || token.kind === 'double-quoted';
    if (token.text === '' || (!quoted && (token.kind !== 'word' || isKeyword(token)))) {
      this.#refuse('Expected a column name.');
    }
    return this.#next().text;
  }

  #value(): Literal {
    const token = this.#peek();
    if (token.kind === 'single-quoted' || token.kind === 'double-quoted') return this.#next().text;
    if (token.kind === 'backticked') this.#refuse('A column cannot stand here: write a value.');
    const word = token.text.toLowerCase();
    if (token.kind === 'word' && (word === 'true' || word === 'false')) {
      this.#next();
      return word === 'true';
    }
    if (token.kind !== 'word' || isKeyword(token)) this.#refuse('Expected a value.');
    const { text } = this.#next();
    return Number.isFinite(Number(text)) && String(Number(text)) === text ? Number(text) : text;
  }

  #peek(): Token {
    return this.#tokens[this.#index]!;
  }

  #next(): Token {
    const token = this.#peek();
    this.#index += 1;
    return token;
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.#index += 1;
    return true;
  }

  #takePunctuation(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'punctuation' || token.text !== text) return false;
    this.#index += 1;
    return true;
  }

  #refuse(message: string): never {
    throw new Refusal(message, this.#peek().position);
  }
}

function isKeyword(token: Token): boolean {
  return KEYWORDS.has(token.text.toLowerCase());
}

function negate(predicate: Predicate, negated: boolean): Predicate {
  return negated ? { op: 'not', arg: predicate } : predicate;
}
