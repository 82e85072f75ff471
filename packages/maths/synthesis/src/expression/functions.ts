import type { ExpressionValue } from './expression.ts';

/** A function or operator of the language: how many arguments it takes, and what it makes of them. */
type Definition = {
  readonly least: number;
  readonly most: number;
  /** Called with missing values too; the others give missing as soon as one argument is. */
  readonly missing?: true;
  apply(...args: ExpressionValue[]): ExpressionValue;
};

const numeric = (apply: (...values: number[]) => number, least: number, most = least): Definition => ({
  least,
  most,
  apply: (...args) => {
    const result = apply(...args.map(toNumber));
    // A result that is no number (a division by zero) is missing.
    return Number.isFinite(result) ? result : null;
  },
});

const compared = (holds: (order: number) => boolean): Definition => ({
  least: 2,
  most: 2,
  apply: (a, b) => holds(compare(a!, b!)),
});

/** All that an expression can call. Operators are functions named by their sign. */
export const FUNCTIONS: ReadonlyMap<string, Definition> = new Map(
  Object.entries({
    '+': numeric((a, b) => a! + b!, 2),
    '-': numeric((a, b) => a! - b!, 2),
    '*': numeric((a, b) => a! * b!, 2),
    '/': numeric((a, b) => a! / b!, 2),
    '%': numeric((a, b) => a! - b! * Math.floor(a! / b!), 2),
    '^': numeric((a, b) => a! ** b!, 2),
    negate: numeric((a) => -a!, 1),
    abs: numeric((a) => Math.abs(a!), 1),
    sqrt: numeric((a) => Math.sqrt(a!), 1),
    exp: numeric((a) => Math.exp(a!), 1),
    ln: numeric((a) => Math.log(a!), 1),
    floor: numeric((a) => Math.floor(a!), 1),
    ceil: numeric((a) => Math.ceil(a!), 1),
    round: numeric((a, digits = 0) => Math.round(a! * 10 ** digits) / 10 ** digits, 1, 2),
    min: numeric((...all) => Math.min(...all), 1, 20),
    max: numeric((...all) => Math.max(...all), 1, 20),
    '=': compared((order) => order === 0),
    '!=': compared((order) => order !== 0),
    '<': compared((order) => order < 0),
    '<=': compared((order) => order <= 0),
    '>': compared((order) => order > 0),
    '>=': compared((order) => order >= 0),
    and: { least: 2, most: 2, apply: (a, b) => a === true && b === true },
    or: { least: 2, most: 2, apply: (a, b) => a === true || b === true },
    not: { least: 1, most: 1, apply: (a) => a !== true },
    concat: { least: 1, most: 20, apply: (...all) => all.map(String).join('') },
    lower: { least: 1, most: 1, apply: (a) => String(a).toLowerCase() },
    upper: { least: 1, most: 1, apply: (a) => String(a).toUpperCase() },
    missing: { least: 1, most: 1, missing: true, apply: (a) => a === null },
    if: { least: 3, most: 3, missing: true, apply: (test, yes, no) => (test === true ? yes! : no!) },
  } satisfies Record<string, Definition>),
);

function toNumber(value: ExpressionValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === null || value.trim() === '' ? Number.NaN : Number(value);
}

/** Numbers by size, texts by code unit; a number and a text by number, if the text is one; true and a text by word. */
function compare(left: ExpressionValue, right: ExpressionValue): number {
  const inWords = typeof left === 'string' || typeof right === 'string';
  const [a, b] = [left, right].map((each) =>
    inWords && typeof each === 'boolean' ? String(each) : each,
  ) as [ExpressionValue, ExpressionValue];
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return toNumber(a) - toNumber(b);
}
