import type { Expression, ExpressionValue } from './expression.ts';
import { FUNCTIONS } from './functions.ts';

/**
 * The value of an expression for one row. What is computed from a missing value is missing, except by `missing(x)`
 * and `if(...)`; so is a number that is not finite.
 */
export function evaluate(
  expression: Expression,
  lookUp: (column: string) => ExpressionValue,
): ExpressionValue {
  if (expression.kind === 'value') return expression.value;
  if (expression.kind === 'column') return lookUp(expression.name);
  const definition = FUNCTIONS.get(expression.name);
  if (!definition) throw new RangeError(`there is no function ${expression.name}`);
  const args = expression.args.map((arg) => evaluate(arg, lookUp));
  if (definition.missing !== true && args.includes(null)) return null;
  return definition.apply(...args);
}
