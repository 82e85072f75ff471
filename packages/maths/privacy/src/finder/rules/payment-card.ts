import { passesLuhn } from './luhn.ts';

/** Issuer ranges as first digits (inclusive, compared on as many digits as the bound has) with their lengths. */
const RANGES: readonly (readonly [from: string, to: string, lengths: readonly number[]])[] = [
  ['4', '4', [13, 16, 19]],
  ['51', '55', [16]],
  ['2221', '2720', [16]],
  ['34', '34', [15]],
  ['37', '37', [15]],
  ['300', '305', [14, 16, 19]],
  ['3095', '3095', [14, 16, 19]],
  ['36', '36', [14, 16, 19]],
  ['38', '39', [14, 16, 19]],
  ['6011', '6011', [16, 19]],
  ['644', '649', [16, 19]],
  ['65', '65', [16, 19]],
  ['3528', '3589', [16, 19]],
  ['62', '62', [16, 17, 18, 19]],
  ['81', '81', [16, 19]],
  ['60', '60', [16]],
  ['2200', '2204', [16, 19]],
  ['9792', '9792', [16]],
  ['5018', '5018', [13, 16, 19]],
  ['5020', '5020', [13, 16, 19]],
  ['5038', '5038', [13, 16, 19]],
  ['5893', '5893', [13, 16, 19]],
  ['6304', '6304', [13, 16, 19]],
  ['6759', '6759', [13, 16, 19]],
  ['6761', '6763', [13, 16, 19]],
];

/** True when an issuer uses this prefix with this length; says nothing of the check digit. */
export function hasIssuerRange(digits: string): boolean {
  for (const [from, to, lengths] of RANGES) {
    const head = digits.slice(0, from.length);
    if (head >= from && head <= to && lengths.includes(digits.length)) return true;
  }
  return false;
}

/**
 * Payment card number: an issuer range of ISO/IEC 7812 with one of its lengths, the Luhn check, and not one digit
 * repeated. Input: decimal digits only.
 */
export function isPaymentCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  if (!hasIssuerRange(digits) || !passesLuhn(digits)) return false;
  return !/^(\d)\1*$/.test(digits);
}
