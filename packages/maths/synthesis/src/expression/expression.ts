/** A value of an expression: a number, a text, true or false, or missing. */
export type ExpressionValue = number | string | boolean | null;

/** A parsed expression. */
export type Expression =
  | { readonly kind: 'value'; readonly value: ExpressionValue }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** The columns that an expression reads. */
export function columnsOf(expression: Expression): Set<string> {
  if (expression.kind === 'column') return new Set([expression.name]);
  if (expression.kind === 'value') return new Set();
  return new Set(expression.args.flatMap((arg) => [...columnsOf(arg)]));
}
