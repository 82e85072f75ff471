import type { Literal, PhysicalType } from '@assay/contracts';
import { dateText, readMoment, timestampText } from './moment-text.ts';
import type { PredicateColumn } from './predicate-column.ts';

/** A value of a row as the browser and the samplers hold it: whole numbers and dates may be text. */
export type Cell = string | number | bigint | boolean | null;

/** What two sides are compared as. Dates and times are microseconds. */
export type Comparable = string | number | bigint | boolean;

/** The type, as DuckDB names it, that both sides of a comparison are brought to. */
export type CommonType = PhysicalType;

/** A literal brought to the type in which it meets its column. */
export type Operand = {
  readonly common: CommonType;
  readonly value: Comparable;
  /** What is bound in SQL, under a cast to `common`: text, because drivers guess a type from a number's size. */
  readonly parameter: string;
};

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/**
 * A literal as it meets `column`, or null where it does not fit. A whole number meets BIGINT exactly; a fraction,
 * or a number beyond 64 bits, makes both sides DOUBLE. A date and time makes a DATE column a TIMESTAMP.
 */
export function operandOf(column: PredicateColumn, literal: Literal): Operand | null {
  switch (column.physical) {
    case 'VARCHAR':
      return { common: 'VARCHAR', value: String(literal), parameter: String(literal) };
    case 'BOOLEAN':
      return booleanOperand(literal);
    case 'BIGINT':
      return integerOperand(literal);
    case 'DOUBLE':
      return doubleOperand(literal);
    default:
      return momentOperand(column.physical, literal);
  }
}

/** The type in which two columns meet, or null where they have none in common. */
export function commonType(left: PhysicalType, right: PhysicalType): CommonType | null {
  if (left === right) return left;
  const both = new Set([left, right]);
  if (both.has('BIGINT') && both.has('DOUBLE')) return 'DOUBLE';
  const times: readonly PhysicalType[] = ['DATE', 'TIMESTAMP', 'TIMESTAMPTZ'];
  if (!times.includes(left) || !times.includes(right)) return null;
  return both.has('TIMESTAMPTZ') ? 'TIMESTAMPTZ' : 'TIMESTAMP';
}

/** A cell as `common`, or null where it is missing or cannot be read as its column's type. */
export function readCell(cell: Cell | undefined, common: CommonType): Comparable | null {
  if (cell === null || cell === undefined) return null;
  switch (common) {
    case 'VARCHAR':
      return String(cell);
    case 'BOOLEAN':
      return typeof cell === 'boolean' ? cell : cell === 'true' ? true : cell === 'false' ? false : null;
    case 'BIGINT':
      return typeof cell === 'bigint' ? cell : wholeNumber(String(cell));
    case 'DOUBLE':
      return typeof cell === 'number' ? cell : decimalNumber(String(cell));
    default:
      return readMoment(String(cell))?.micros ?? null;
  }
}

/**
 * Order of two values of one type, as DuckDB has it: text by code point, NaN equal to itself and above all
 * numbers, false before true.
 */
export function compareValues(a: Comparable, b: Comparable): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Lower case one code point at a time, as DuckDB does it: no final sigma, no letter that becomes two. Letters that
 * came with Unicode 16 or later depend on the version that either knows.
 */
export function foldCase(text: string): string {
  let folded = '';
  for (const letter of text) folded += letter === '\u0130' ? 'i' : letter.toLowerCase();
  return folded;
}

function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left === right) continue;
    // Surrogates stand for code points above all others, though their units do not.
    const leftHigh = left >= 0xd800 && left <= 0xdfff;
    const rightHigh = right >= 0xd800 && right <= 0xdfff;
    return leftHigh === rightHigh ? left - right : leftHigh ? 1 : -1;
  }
  return a.length - b.length;
}

function wholeNumber(text: string): bigint | null {
  if (!/^[+-]?\d+$/.test(text)) return null;
  const value = BigInt(text.replace(/^\+/, ''));
  return value >= INT64_MIN && value <= INT64_MAX ? value : null;
}

function decimalNumber(text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(trimmed)) return Number(trimmed);
  const word = /^([+-]?)(inf|infinity)$/i.exec(trimmed);
  if (word === null) return null;
  return word[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function booleanOperand(literal: Literal): Operand | null {
  const word = String(literal).toLowerCase();
  const value = ['true', 'yes', '1'].includes(word)
    ? true
    : ['false', 'no', '0'].includes(word)
      ? false
      : null;
  return value === null ? null : { common: 'BOOLEAN', value, parameter: String(value) };
}

function integerOperand(literal: Literal): Operand | null {
  if (typeof literal === 'boolean') return null;
  const whole = typeof literal === 'number' && Number.isInteger(literal) ? BigInt(literal) : null;
  const value = whole ?? wholeNumber(String(literal).trim());
  if (value !== null && value >= INT64_MIN && value <= INT64_MAX) {
    return { common: 'BIGINT', value, parameter: String(value) };
  }
  return doubleOperand(literal);
}

function doubleOperand(literal: Literal): Operand | null {
  if (typeof literal === 'boolean') return null;
  const value = typeof literal === 'number' ? literal : decimalNumber(literal);
  return value === null ? null : { common: 'DOUBLE', value, parameter: String(value) };
}

function momentOperand(physical: 'DATE' | 'TIMESTAMP' | 'TIMESTAMPTZ', literal: Literal): Operand | null {
  const moment = typeof literal === 'string' ? readMoment(literal) : null;
  if (moment === null) return null;
  const { micros } = moment;
  if (physical === 'DATE' && moment.dateOnly)
    return { common: 'DATE', value: micros, parameter: dateText(micros) };
  if (physical === 'TIMESTAMPTZ') {
    return { common: physical, value: micros, parameter: `${timestampText(micros)}+00` };
  }
  return { common: 'TIMESTAMP', value: micros, parameter: timestampText(micros) };
}
