import type { ColumnFacts, ColumnParse, ColumnType, ImportNotice, PhysicalType } from '@assay/contracts';
import { readBooleans } from './infer-boolean.ts';
import { type DatetimeReading, readDatetimes } from './infer-datetime.ts';
import { type NumberReading, readNumbers } from './infer-number.ts';
import { isIdName, numbersRows, textType } from './infer-text.ts';
import { hasPhrase, nameWords } from './name-words.ts';

export type InferredType = {
  readonly type: ColumnType;
  readonly physical: PhysicalType;
  readonly parse: ColumnParse;
  readonly notices: ImportNotice[];
};

/** Numbers and dates may have a few values that are none: from this share on they are read as missing, and said. */
const TOLERATED = 0.98;
const TOLERANCE_NEEDS = 50;
/** Numbers by looks whose digits are a code: they keep their text. */
const CODE_NAMES = [
  'zip',
  'zipcode',
  'postal code',
  'postcode',
  'plz',
  'fips',
  'phone',
  'telephone',
  'ssn',
  'iban',
];

const PLAIN: ColumnParse = {
  decimalSeparator: '.',
  thousandsSeparator: null,
  datetimeFormats: [],
  trueValues: [],
  falseValues: [],
};

/**
 * What a column is, how it is stored and how its text is read, from facts over all its rows. Nothing is guessed
 * silently: what could be read in two ways, or is not read at all, is a notice. Messages hold counts and formats
 * but never values, because personal data has not been looked for yet.
 *
 * A column of a typed file keeps its type; infinities make a number column DOUBLE and stay values of it.
 */
export function inferColumnType(facts: ColumnFacts): InferredType {
  const notices = new Notices(facts);
  const n = facts.rows - facts.missing;
  if (n === 0) {
    notices.add('info', 'all-missing', 'Every value is missing.', facts.missing);
    return result('category', 'VARCHAR', {}, notices);
  }
  if (facts.distinct === 1 && n > 1) notices.add('info', 'constant', 'All values are the same.', n);
  if (facts.stored !== null && facts.stored !== 'VARCHAR') return fromStored(facts, facts.stored, notices);
  const booleans = readBooleans(facts);
  if (booleans !== null) return result('boolean', 'BOOLEAN', booleans, notices);
  const numbers = facts.stored === null ? readNumbers(facts) : null;
  if (numbers !== null && isRead(numbers.read, n)) return fromNumbers(facts, numbers, notices);
  const datetimes = readDatetimes(facts);
  if (datetimes !== null && isRead(facts.datetimes.any, n)) return fromDatetimes(facts, datetimes, notices);
  const most = Math.max(numbers?.read ?? 0, facts.datetimes.any);
  if (most / n >= 0.8) {
    const kind = most === facts.datetimes.any ? 'dates' : 'numbers';
    notices.add(
      'warning',
      `mostly-${kind}`,
      `Most values are ${kind}, but ${n - most} are not; the column is kept as text. If those mean missing, add them to the missing-value markers.`,
      n - most,
    );
  }
  return result(textType(facts), 'VARCHAR', {}, notices);
}

function isRead(read: number, n: number): boolean {
  return read === n || (n >= TOLERANCE_NEEDS && read / n >= TOLERATED);
}

function fromStored(facts: ColumnFacts, stored: PhysicalType, notices: Notices): InferredType {
  switch (stored) {
    case 'BIGINT':
      return result(numbersRows(facts) ? 'identifier' : 'integer', stored, {}, notices);
    case 'DOUBLE':
      notices.infinities();
      return result('decimal', stored, {}, notices);
    case 'BOOLEAN':
      return result('boolean', stored, {}, notices);
    default:
      return result('datetime', stored, {}, notices);
  }
}

function fromNumbers(facts: ColumnFacts, reading: NumberReading, notices: Notices): InferredType {
  const { numbers } = facts;
  const n = facts.rows - facts.missing;
  if (numbers.leadingZero > 0) {
    notices.add(
      'info',
      'leading-zeros',
      'Some values begin with a zero, so that they are codes: kept as text, zeros and all.',
      numbers.leadingZero,
    );
    return result(textType(facts), 'VARCHAR', {}, notices);
  }
  if (numbers.beyondInt64 > 0) {
    notices.add(
      'warning',
      'beyond-64-bit',
      'Some whole numbers do not fit into 64 bits: the column is kept as text, digit by digit.',
      numbers.beyondInt64,
    );
    return result(
      facts.distinct === n || isIdName(facts.name) ? 'identifier' : 'text',
      'VARCHAR',
      {},
      notices,
    );
  }
  if (numbers.integer === n && hasPhrase(nameWords(facts.name), CODE_NAMES)) {
    notices.add('info', 'code-by-name', 'The name says that these digits are a code: kept as text.', n);
    return result(textType(facts), 'VARCHAR', {}, notices);
  }
  const { convention } = reading;
  notices.unread(n - reading.read);
  notices.infinities();
  if (reading.separatorAmbiguous) {
    const meaning = convention.thousands === null ? 'a decimal point' : 'a thousands separator';
    notices.add(
      'warning',
      'separator-ambiguous',
      `Three digits follow the separator in every value: it is read as ${meaning}, and could be the other.`,
      convention.matched,
    );
  }
  const parse = {
    decimalSeparator: convention.decimal,
    thousandsSeparator: convention.withThousands > 0 ? convention.thousands : null,
  };
  if (convention.withFraction === 0 && numbers.infinity === 0) {
    return result(numbersRows(facts) ? 'identifier' : 'integer', 'BIGINT', parse, notices);
  }
  if (numbers.overPrecise > 0) {
    notices.add(
      'warning',
      'precision-lost',
      'Some numbers have more than 17 significant digits; the last ones are rounded.',
      numbers.overPrecise,
    );
  }
  return result('decimal', 'DOUBLE', parse, notices);
}

function fromDatetimes(facts: ColumnFacts, reading: DatetimeReading, notices: Notices): InferredType {
  const n = facts.rows - facts.missing;
  notices.unread(n - facts.datetimes.any);
  const formats = reading.formats.join(', ');
  if (reading.formats.length > 1) {
    notices.add('warning', 'several-date-formats', `Dates are written in several ways: ${formats}.`, null);
  }
  if (reading.formatsLeftOut > 0) {
    notices.add(
      'warning',
      'date-formats-left-out',
      'Rarer date formats are not read and become missing.',
      null,
    );
  }
  if (reading.orderMixed) {
    notices.add(
      'warning',
      'day-month-mixed',
      `Some dates only make sense day first, others only month first. Where both fit, ${reading.formats[0]} is taken.`,
      facts.datetimes.swappable,
    );
  } else if (reading.orderAmbiguous) {
    notices.add(
      'warning',
      'day-month-ambiguous',
      `Every date could be read day first or month first; ${reading.formats[0]} is taken. Check it.`,
      facts.datetimes.swappable,
    );
  }
  if (reading.zonesMixed) {
    notices.add(
      'warning',
      'zones-mixed',
      'Some times name a zone and others do not: those are taken as UTC.',
      null,
    );
  }
  return result('datetime', reading.physical, { datetimeFormats: reading.formats }, notices);
}

function result(
  type: ColumnType,
  physical: PhysicalType,
  parse: Partial<ColumnParse>,
  notices: Notices,
): InferredType {
  return { type, physical, parse: { ...PLAIN, ...parse }, notices: notices.list };
}

class Notices {
  readonly list: ImportNotice[] = [];
  readonly #facts: ColumnFacts;

  constructor(facts: ColumnFacts) {
    this.#facts = facts;
  }

  add(severity: ImportNotice['severity'], code: string, message: string, count: number | null): void {
    this.list.push({ severity, code, message, column: this.#facts.name, line: null, count });
  }

  unread(count: number): void {
    if (count <= 0) return;
    this.add(
      'warning',
      'values-not-read',
      `${count} values do not fit the column's type and become missing.`,
      count,
    );
  }

  infinities(): void {
    const { infinity } = this.#facts.numbers;
    if (infinity === 0) return;
    this.add(
      'warning',
      'infinities',
      'Infinite values are kept and counted, and left out of statistics.',
      infinity,
    );
  }
}
