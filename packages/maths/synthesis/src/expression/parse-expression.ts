import type { Expression } from './expression.ts';
import { FUNCTIONS } from './functions.ts';
import { ExpressionError, type Token, tokensOf } from './tokens.ts';

/** Operators of two sides by how tightly they bind; all but ^ group to the left. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];
const COMPARISONS = 2;
const DEEPEST = 100;

/**
 * Reads an expression such as `round(0.2 * income + if(sex = 'F', 10, 0), 2)`: numbers, texts in single quotes, true,
 * false, missing, columns (in backticks where their names need it), + - * / % ^, comparisons, and, or, not, and the
 * functions of `FUNCTIONS`. Nothing in it can run code.
 *
 * @throws ExpressionError saying what is wrong and where
 */
export function parseExpression(source: string): Expression {
  const tokens = tokensOf(source);
  let place = 0;
  let depth = 0;
  const expression = binary(0);
  const rest = peek();
  if (rest.kind !== 'end') throw new ExpressionError(`${rest.text} is not expected`, rest.at);
  return expression;

  function peek(): Token {
    return tokens[place]!;
  }

  function take(text: string): boolean {
    const token = peek();
    if (token.text.toLowerCase() !== text || token.kind === 'text') return false;
    place += 1;
    return true;
  }

  function expect(text: string): void {
    const { at } = peek();
    if (!take(text)) throw new ExpressionError(`${text} is expected`, at);
  }

  function binary(level: number): Expression {
    if (level === LEVELS.length) return unary();
    // As in SQL: not a = b is not (a = b).
    if (level === COMPARISONS && take('not')) return { kind: 'call', name: 'not', args: [binary(level)] };
    let left = binary(level + 1);
    for (;;) {
      const name = LEVELS[level]!.find((sign) => take(sign));
      if (name === undefined) return left;
      left = { kind: 'call', name, args: [left, binary(level + 1)] };
    }
  }

  function unary(): Expression {
    depth += 1;
    if (depth > DEEPEST) throw new ExpressionError('the expression is nested too deeply', peek().at);
    const result = signed();
    depth -= 1;
    return result;
  }

  function signed(): Expression {
    if (take('-')) return { kind: 'call', name: 'negate', args: [unary()] };
    if (take('not')) return { kind: 'call', name: 'not', args: [unary()] };
    const base = primary();
    return take('^') ? { kind: 'call', name: '^', args: [base, unary()] } : base;
  }

  function primary(): Expression {
    const token = peek();
    if (take('(')) {
      const inside = binary(0);
      expect(')');
      return inside;
    }
    place += 1;
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'value', value: token.text };
    if (token.kind !== 'name') throw new ExpressionError('a value is expected', token.at);
    if (token.text.startsWith('`')) return { kind: 'column', name: token.text.slice(1, -1) };
    const word = token.text.toLowerCase();
    if (take('(')) return call(word, token);
    if (word === 'true' || word === 'false') return { kind: 'value', value: word === 'true' };
    if (word === 'missing') return { kind: 'value', value: null };
    return { kind: 'column', name: token.text };
  }

  function call(name: string, token: Token): Expression {
    const definition = FUNCTIONS.get(name);
    if (!definition) throw new ExpressionError(`there is no function ${name}`, token.at);
    const args: Expression[] = [];
    if (!take(')')) {
      do args.push(binary(0));
      while (take(','));
      expect(')');
    }
    const { least, most } = definition;
    if (args.length < least || args.length > most)
      throw new ExpressionError(
        `${name} takes ${least === most ? least : `${least} to ${most}`} values`,
        token.at,
      );
    return { kind: 'call', name, args };
  }
}
