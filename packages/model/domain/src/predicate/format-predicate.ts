import type { Literal, Predicate } from '@assay/contracts';
import { KEYWORDS } from './parse-predicate.ts';

/**
 * A predicate as text that `parsePredicate` reads back as the same predicate. An `and` or `or` of none or one is
 * written as what it amounts to.
 */
export function formatPredicate(predicate: Predicate): string {
  switch (predicate.op) {
    case 'true':
      return 'true';
    case 'and':
    case 'or':
      return junction(predicate.op, predicate.args);
    case 'not':
      return `not ${operand(predicate.arg)}`;
    case 'missing':
      return `${column(predicate.column)} is missing`;
    case 'compare':
      return `${column(predicate.column)} ${predicate.comparator} ${value(predicate.value)}`;
    case 'compare-columns':
      return `${column(predicate.left)} ${predicate.comparator} ${quote(predicate.right, '`')}`;
    case 'between':
      return `${column(predicate.column)} between ${value(predicate.low)} and ${value(predicate.high)}`;
    case 'in':
      return `${column(predicate.column)} in (${predicate.values.map(value).join(', ')})`;
    default: {
      const words = predicate.op.replace('-', ' ');
      const suffix = predicate.matchCase ? ' match case' : '';
      return `${column(predicate.column)} ${words} ${quote(predicate.text, '"')}${suffix}`;
    }
  }
}

function junction(op: 'and' | 'or', args: readonly Predicate[]): string {
  if (args.length === 0) return op === 'and' ? 'true' : 'not true';
  if (args.length === 1) return formatPredicate(args[0]!);
  return args.map(operand).join(` ${op} `);
}

function operand(predicate: Predicate): string {
  const text = formatPredicate(predicate);
  const compound = (predicate.op === 'and' || predicate.op === 'or') && predicate.args.length !== 0;
  return compound ? `(${text})` : text;
}

function column(name: string): string {
  return /^[\p{L}_][\p{L}\d_]*$/u.test(name) && !KEYWORDS.has(name.toLowerCase()) ? name : quote(name, '`');
}

/** Text is always quoted: a bare word could be another table's column. */
function value(literal: Literal): string {
  return typeof literal === 'string' ? quote(literal, '"') : String(literal);
}

function quote(text: string, mark: string): string {
  return mark + text.replaceAll(mark, mark + mark) + mark;
}
