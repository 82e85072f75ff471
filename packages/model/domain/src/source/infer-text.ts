import type { ColumnFacts, ColumnType } from '@assay/contracts';
import { hasPhrase, nameWords } from './name-words.ts';

const ID_WORDS = [
  'id',
  'ids',
  'uuid',
  'guid',
  'key',
  'pk',
  'mrn',
  'ssn',
  'identifier',
  'index',
  'serial',
  'account',
  'iban',
  'record number',
  'case number',
  'accession',
  'no',
  'nr',
];

/** Values that look like codes: one word, with a digit in it. */
const CODE = /^(?=.*\d)[\p{L}\d_\-.:/#]+$/u;

/** Whether a name says that the column numbers its rows. */
export function isIdName(name: string): boolean {
  return hasPhrase(nameWords(name), ID_WORDS);
}

/**
 * Identifier, category or text, from how often values repeat, how long they are and whether they look like codes:
 * - identifier: (nearly) all different, and named as one or code-like;
 * - text: long, or many words, or mostly different;
 * - category: the rest.
 */
export function textType(facts: ColumnFacts): Extract<ColumnType, 'identifier' | 'category' | 'text'> {
  const n = facts.rows - facts.missing;
  const share = n === 0 ? 0 : facts.distinct / n;
  const wordy = n > 0 && facts.manyWords / n > 0.5;
  const codes = facts.sample.length > 0 && facts.sample.every((value) => CODE.test(value));
  if (n >= 2 && !wordy && facts.maxLength <= 128) {
    if (isIdName(facts.name) && share >= 0.95) return 'identifier';
    if (codes && n >= 20 && share >= 0.999) return 'identifier';
  }
  if (facts.meanLength > 60) return 'text';
  if (wordy && share > 0.1 && facts.distinct > 20) return 'text';
  if (facts.distinct <= 50) return 'category';
  return share > 0.5 && !codes ? 'text' : 'category';
}

/**
 * Whether whole numbers number the rows: all different, and named as an identifier or counting on without a gap
 * in the first column.
 */
export function numbersRows(facts: ColumnFacts): boolean {
  const n = facts.rows - facts.missing;
  if (n < 2 || facts.missing > 0 || facts.distinct !== n) return false;
  if (isIdName(facts.name)) return true;
  const dense =
    facts.numericMin !== null && facts.numericMax !== null && facts.numericMax - facts.numericMin + 1 === n;
  return dense && facts.index === 0 && n >= 20;
}
