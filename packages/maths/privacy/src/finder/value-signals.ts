import { NAME_FULL, nameShape } from './detect/name-shape.ts';
import { isBareDomain } from './detect/url-spans.ts';
import { findInText } from './find-in-text.ts';
import { FINDING_KINDS, type FindingKind } from './kinds.ts';
import { yearOfGroups } from './rules/date-shape.ts';
import { largestOctet } from './rules/ip-address.ts';
import { passesLuhn } from './rules/luhn.ts';
import { hasIssuerRange, isPaymentCard } from './rules/payment-card.ts';
import { hasLoosePhoneShape, phoneConfidence } from './rules/phone-shape.ts';
import {
  hasPostalShape,
  isCanadianPostalCode,
  isDutchPostcode,
  isEircode,
  isUkPostcode,
  isZipPlusFour,
  looksLikeCanadianPostalCode,
  looksLikeUkPostcode,
} from './rules/postal-code.ts';
import { isItin, isSsn } from './rules/us-tax-numbers.ts';
import { dateYear } from './rules/value-date.ts';
import { numberRuns } from './text/number-runs.ts';
import { AT, LETTERS, OTHER, SPACES, signsOf } from './text/signs.ts';

/** Properties of one value that a column counts; index into the column's counters. */
export const SIGNALS = [
  'letters',
  'text',
  'integer',
  'decimal',
  'ssn-form',
  'ssn-valid',
  'nine-digits',
  'nine-valid',
  'itin-valid',
  'nine-itin',
  'card-form',
  'card-valid',
  'phone-firm',
  'phone-loose',
  'date',
  'date-time',
  'mac-bare',
  'domain',
  'quad',
  'quad-small',
  'postal',
  'lettered-form',
  'lettered-valid',
  'zip4',
  'record-id',
  'account',
  'address-loose',
  'pair',
  'degrees',
  'other-script',
  'masked-ssn',
  'long-digits',
  'year',
  'dutch',
  'hex-letter',
  'quad-bad',
  'phone-marked',
  'postal-long',
  'decimal-fine',
  'card-luhn',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Index of each signal, for counters. */
export const signalIndex: Readonly<Record<Signal, number>> = (() => {
  const index: Record<string, number> = {};
  SIGNALS.forEach((signal, at) => {
    index[signal] = at;
  });
  return index as Record<Signal, number>;
})();

const kindIndex = new Map<FindingKind, number>(FINDING_KINDS.map((kind, index) => [kind, index]));
export function kindBit(kind: FindingKind): number {
  return 1 << (kindIndex.get(kind) ?? 0);
}

/** What one value shows. Kinds are bits of `kindBit`. */
export interface ValueSignals {
  /** Indices into SIGNALS. */
  readonly signals: readonly number[];
  /** Kinds found in the value that cover most of it. */
  readonly whole: number;
  /** Kinds found anywhere in the value. */
  readonly inside: number;
  /** Kinds found inside with high confidence. */
  readonly sure: number;
  readonly name: number;
  /** Year of a date, or 0. */
  readonly year: number;
  /** The value as a number, or NaN; only read where `integer` or `decimal` is signalled. */
  readonly amount: number;
}

// A plain function, not a closure per value: this runs for every value of every column.
function mark(signals: number[], signal: Signal): void {
  signals.push(signalIndex[signal]);
}

/** Reads one value (trimmed, not empty). Values beyond 64 kB are read to there. */
export function readValue(raw: string): ValueSignals {
  const value = raw.length > 65_536 ? raw.slice(0, 65_536) : raw;
  const signs = signsOf(value);
  const signals: number[] = [];
  if ((signs & LETTERS) === 0) return readNumber(value, signals);
  mark(signals, 'letters');
  if ((signs & OTHER) !== 0) mark(signals, 'other-script');
  return readLetters(value, signs, signals);
}

function readNumber(value: string, signals: number[]): ValueSignals {
  let year = 0;
  let amount = 0;
  if (/^-?\d+$/.test(value)) {
    mark(signals, 'integer');
    amount = Number(value);
    readDigits(value, signals);
    if (value.length === 4) year = amount >= 1900 && amount <= 2030 ? amount : 0;
    if (value.length === 8) year = yearOfGroups(value.slice(0, 4), value.slice(4, 6), value.slice(6));
    if (year > 0) mark(signals, value.length === 4 ? 'year' : 'date');
    return { signals, whole: wholeDigits(value), inside: 0, sure: 0, name: 0, year, amount };
  }
  if (/^[-+]?\d*[.,]\d+(?:[eE][-+]?\d+)?$/.test(value)) {
    mark(signals, 'decimal');
    if (/[.,]\d{2,}/.test(value)) mark(signals, 'decimal-fine');
    amount = Number(value.replace(',', '.'));
    if (/^\d{4,5}\.0$/.test(value) || /^\d{2}\.\d{3}$/.test(value)) mark(signals, 'postal');
    if (/^\d{10}\.0$|^\d{11}\.0$/.test(value)) mark(signals, 'phone-loose');
    return { signals, whole: 0, inside: 0, sure: 0, name: 0, year, amount };
  }
  year = yearOfDate(value, signals);
  if (year > 0) return { signals, whole: 0, inside: 0, sure: 0, name: 0, year, amount };
  readGrouped(value, signals);
  return withSpans(value, signals, 0, 0);
}

function wholeDigits(value: string): number {
  return value.length >= 15 && isPaymentCard(value) ? kindBit('payment-card') : 0;
}

function readDigits(value: string, signals: number[]): void {
  const length = value.length;
  if (length >= 7 && length <= 9) {
    const padded = value.padStart(9, '0');
    if (length === 9) mark(signals, 'nine-digits');
    if (isSsn(padded)) mark(signals, 'nine-valid');
    if (isItin(value)) mark(signals, 'nine-itin');
  }
  if (length >= 13 && length <= 19) {
    mark(signals, 'card-form');
    if (isPaymentCard(value)) mark(signals, 'card-valid');
    if (passesLuhn(value)) mark(signals, 'card-luhn');
  }
  if (length >= 7 && length <= 15) mark(signals, 'phone-loose');
  if (length >= 4 && length <= 20) mark(signals, 'record-id');
  if (length >= 6 && length <= 22) mark(signals, 'account');
  if (length === 12) mark(signals, 'mac-bare');
  if (hasPostalShape(value)) addPostal(value, signals);
  if (length > 10) mark(signals, 'long-digits');
}

function addPostal(value: string, signals: number[]): void {
  mark(signals, 'postal');
  if (value.length >= 5) mark(signals, 'postal-long');
}

function readGrouped(value: string, signals: number[]): void {
  const runs = numberRuns(value);
  const run = runs[0];
  if (hasPostalShape(value)) addPostal(value, signals);
  if (isZipPlusFour(value)) mark(signals, 'zip4');
  if (largestOctet(value) >= 0) mark(signals, largestOctet(value) < 32 ? 'quad-small' : 'quad');
  else if (/^\d{1,6}\.\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(value)) mark(signals, 'quad-bad');
  if (/^\+|^\(\d/.test(value)) mark(signals, 'phone-marked');
  if (/^[*xX•#]{3}-?[*xX•#]{2}-?\d{4}$/.test(value)) mark(signals, 'masked-ssn');
  if (run === undefined || runs.length > 2 || run.start > 2) return;
  const digits = run.groups.join('');
  if (/^\d{3}[- .]\d{2}[- .]\d{4}$/.test(value)) {
    if (isItin(digits)) mark(signals, 'itin-valid');
    else mark(signals, 'ssn-form');
    if (isSsn(digits)) mark(signals, 'ssn-valid');
  }
  if (
    digits.length >= 13 &&
    digits.length <= 19 &&
    run.separators.every((text) => text === ' ' || text === '-')
  ) {
    mark(signals, 'card-form');
    if (hasIssuerRange(digits) && isPaymentCard(digits)) mark(signals, 'card-valid');
    if (passesLuhn(digits)) mark(signals, 'card-luhn');
  }
  if (phoneConfidence(run) >= 0.5) mark(signals, 'phone-firm');
  if (hasLoosePhoneShape(run) && /^[\d\s+().\-/–‑\u00a0]+$/.test(value)) mark(signals, 'phone-loose');
  if (digits.length >= 4 && digits.length <= 20 && value.length <= 26) mark(signals, 'record-id');
  if (digits.length >= 6 && digits.length <= 28 && value.length <= 36) mark(signals, 'account');
}

function yearOfDate(value: string, signals: number[]): number {
  if (value.length < 6 || value.length > 40) return 0;
  return dateYear(value, (signal) => signals.push(signalIndex[signal]));
}

function readLetters(value: string, signs: number, signals: number[]): ValueSignals {
  const spaces = (signs & SPACES) !== 0;
  let words = 1;
  if (spaces)
    for (let at = value.indexOf(' '); at !== -1 && words < 40; at = value.indexOf(' ', at + 1)) words++;
  if (
    words >= 7 ||
    value.length > 80 ||
    (words >= 4 && /[.!?](?:\s|$)/.test(value) && /\s\p{Ll}+\s/u.test(value))
  )
    mark(signals, 'text');
  if (value.length > 80) return withSpans(value, signals, 0, 0);
  const digits = /\d/.test(value);
  if (!digits) {
    const shape = nameShape(value);
    if (!spaces && (signs & AT) === 0 && isBareDomain(value)) mark(signals, 'domain');
    if (spaces) mark(signals, 'address-loose');
    if (shape !== 0 && words <= 3)
      return { signals, whole: 0, inside: 0, sure: 0, name: shape, year: 0, amount: 0 };
    return withSpans(value, signals, shape, 0);
  }
  const year = yearOfDate(value, signals);
  if (year > 0) return { signals, whole: 0, inside: 0, sure: 0, name: 0, year, amount: 0 };
  readCodes(value, spaces, signals);
  return withSpans(value, signals, 0, 0);
}

function readCodes(value: string, spaces: boolean, signals: number[]): void {
  if (value.length <= 10) {
    const upper = value.toUpperCase();
    if (hasPostalShape(value)) addPostal(value, signals);
    if (looksLikeUkPostcode(upper) || looksLikeCanadianPostalCode(upper) || isEircode(upper)) {
      mark(signals, 'lettered-form');
      if (isUkPostcode(upper) || isCanadianPostalCode(upper) || isEircode(upper))
        mark(signals, 'lettered-valid');
    } else if (value.length === 7 && isDutchPostcode(value)) mark(signals, 'dutch');
  }
  if (value.length === 12 && /^[0-9a-f]{12}$/i.test(value)) mark(signals, 'mac-bare');
  if (/^[*xX•#]{3}-?[*xX•#]{2}-?\d{4}$/.test(value)) mark(signals, 'masked-ssn');
  if (!spaces && isBareDomain(value)) mark(signals, 'domain');
  if (
    value.length <= 24 &&
    /^[A-Z]{0,6}[-/ .#]?[A-Z0-9]+(?:[-/ .][A-Z0-9]+){0,4}$/i.test(value) &&
    /\d{2}/.test(value)
  )
    mark(signals, 'record-id');
  if (value.length <= 34 && /^(?:[A-Z]{1,5}[- ]?)?\d[\d -]{4,30}[A-Z0-9]?$/i.test(value))
    mark(signals, 'account');
  else if (
    value.length <= 36 &&
    /^(?=(?:[^0-9]*[0-9]){8})(?!(?:[^a-z]*[a-z]){7})[A-Z0-9][A-Z0-9 -]+$/i.test(value)
  )
    mark(signals, 'account');
  const extension =
    /^(.*\d)\s?(?:x|ext\.?|extension|#|durchwahl|dw)\s?\.?\d{1,6}$/i.exec(value) ??
    /^(?:tel\.?|phone|t|m|mob\.?|fax|\+)?[:. ]{0,2}([\d+(][\d\s+().\-/]+)$/i.exec(value);
  if (extension !== null) {
    const run = numberRuns(extension[1] ?? '')[0];
    if (run !== undefined && hasLoosePhoneShape(run)) mark(signals, 'phone-loose');
    if (run !== undefined && phoneConfidence(run) >= 0.5) mark(signals, 'phone-firm');
  }
  if (spaces && !/[@{}[\]<>=]|:\/\//.test(value)) mark(signals, 'address-loose');
}

function withSpans(value: string, signals: number[], name: number, year: number): ValueSignals {
  let whole = 0;
  let inside = 0;
  let sure = 0;
  for (const span of findInText(value)) {
    // A lone word that may be a name is worth a mark in a text, too little to judge a column by.
    if (span.kind === 'person-name' && span.confidence <= 0.5) continue;
    const bit = kindBit(span.kind);
    inside |= bit;
    if (span.confidence >= 0.85) sure |= bit;
    if ((span.end - span.start) * 10 >= value.length * 6) whole |= bit;
  }
  if ((inside & kindBit('coordinates')) !== 0 && value.length <= 60) mark(signals, 'pair');
  if ((inside & kindBit('mac-address')) !== 0 && value.length <= 20 && /[a-f]/i.test(value))
    mark(signals, 'hex-letter');
  let shape = name;
  if (shape === 0 && (inside & kindBit('email')) !== 0 && value.length <= 120) shape = besideEmail(value);
  return { signals, whole, inside, sure, name: shape, year, amount: 0 };
}

/** The name in `Given Family <address>` and `address (Given Family)`. */
function besideEmail(value: string): number {
  const rest = value
    .replace(/[^\s<>()[\]"]+@[^\s<>()[\]"]+/g, ' ')
    .replace(/[<>()[\]":;|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const shape = rest.length < 5 ? 0 : nameShape(rest);
  return (shape & NAME_FULL) !== 0 ? shape : 0;
}
