import { type Rule, verdict } from './column-case.ts';
import { countOf } from './column-tally.ts';

export const ssn: Rule = (c) => {
  const { tally, name } = c;
  const valid = tally.of('ssn-valid');
  const form = tally.of('ssn-form');
  const strength = name.strength('us-ssn');
  const bare = tally.of('nine-valid');
  if (strength === 2) {
    const matched = valid + bare + tally.of('masked-ssn');
    return matched >= 0.5 * tally.scanned && matched > 0
      ? verdict('us-ssn', matched, c, valid > 0)
      : undefined;
  }
  const masked = tally.of('masked-ssn');
  if (masked >= 0.6 * tally.scanned && masked > 0) return verdict('us-ssn', masked, c, true, 0.9);
  if (
    strength === 1 &&
    valid + tally.of('nine-digits') >= 0.5 * tally.scanned &&
    valid + bare >= 0.45 * tally.scanned
  )
    return verdict('us-ssn', valid + bare, c, false);
  const inside = countOf(tally.inside, 'us-ssn');
  if (c.otherNumber) return undefined;
  const matched = Math.max(valid, inside);
  return matched >= 0.2 * tally.scanned && matched >= 3 && matched >= 0.97 * form
    ? verdict('us-ssn', matched, c, true)
    : undefined;
};

export const itin: Rule = (c) => {
  const { tally, name } = c;
  const valid = Math.max(tally.of('itin-valid'), countOf(tally.inside, 'us-itin'));
  const bare = tally.of('nine-itin');
  if (name.strength('us-itin') === 2 && valid + bare >= 0.3 * tally.scanned && valid + bare > 0)
    return verdict('us-itin', valid + bare, c, valid > 0);
  if (name.strength('us-ssn') === 2 && valid + bare >= 0.15 * tally.scanned && valid + bare >= 3)
    return verdict('us-itin', valid + bare, c, true, 0.9);
  const invalid = tally.of('ssn-form') - tally.of('ssn-valid');
  return !c.otherNumber && valid >= 3 && valid >= 0.3 * tally.scanned && invalid * 20 <= valid
    ? verdict('us-itin', valid, c, true)
    : undefined;
};

export const card: Rule = (c) => {
  const { tally, name } = c;
  const valid = tally.of('card-valid');
  const form = tally.of('card-form');
  const inside = countOf(tally.inside, 'payment-card');
  const luhn = tally.of('card-luhn');
  // Under a name that says so the check digit is enough: issuers' ranges change.
  if (name.strength('payment-card') === 2 && luhn >= 0.5 * tally.scanned && luhn >= 0.8 * form && luhn > 0)
    return verdict('payment-card', luhn, c, true);
  if (name.strength('payment-card') > 0 && valid >= 0.3 * tally.scanned && valid * 2 >= form && valid > 0)
    return verdict('payment-card', valid, c, true, 1.1);
  if (form === 0)
    return inside >= 3 && inside >= 0.3 * tally.scanned
      ? verdict('payment-card', inside, c, true)
      : undefined;
  return valid >= 3 && valid >= 0.2 * tally.scanned && valid >= 0.8 * form
    ? verdict('payment-card', valid, c, true, c.otherNumber ? 0.9 : 1)
    : undefined;
};

export const account: Rule = (c) => {
  const { tally, name } = c;
  const strength = name.strength('bank-account');
  const formed = tally.of('account');
  const iban = countOf(tally.inside, 'iban');
  const inside = countOf(tally.inside, 'bank-account');
  if (inside >= 0.5 * tally.scanned && inside >= 3 && strength >= 0 && tally.of('text') * 2 < tally.scanned)
    return verdict('bank-account', inside, c, true);
  if (strength < 1 || iban * 2 > tally.scanned || tally.of('date') * 2 > tally.scanned) return undefined;
  if (tally.of('card-valid') > 0.8 * tally.scanned) return undefined;
  if (strength === 2 && formed >= 0.6 * tally.scanned && formed > 0)
    return verdict('bank-account', formed, c, false);
  const long = tally.of('long-digits') + tally.of('phone-loose');
  return formed >= 0.8 * tally.scanned && long >= 0.6 * tally.scanned && formed > 0
    ? verdict('bank-account', formed, c, false, 0.9)
    : undefined;
};

export const medical: Rule = (c) => {
  const { tally, name } = c;
  const strength = name.strength('medical-record-number');
  const inside = countOf(tally.inside, 'medical-record-number');
  if (inside >= 0.5 * tally.scanned && inside >= 3 && tally.of('text') * 2 < tally.scanned)
    return verdict('medical-record-number', inside, c, true);
  const formed =
    tally.of('record-id') +
    (tally.of('integer') > 0 && strength === 2
      ? Math.max(0, tally.of('integer') - tally.of('record-id'))
      : 0);
  const least = strength === 2 ? 0.5 : 0.8;
  if (strength < 1 || tally.of('date') * 2 > tally.scanned || tally.of('decimal') * 2 > tally.scanned)
    return undefined;
  return formed >= least * tally.scanned && formed > 0
    ? verdict('medical-record-number', Math.min(formed, tally.scanned), c, false)
    : undefined;
};

export const phone: Rule = (c) => {
  const { tally, name } = c;
  const formed = Math.max(tally.of('phone-firm'), countOf(tally.inside, 'phone'));
  const loose = Math.max(tally.of('phone-loose'), formed);
  if (tally.of('date') * 2 > tally.scanned || tally.of('decimal') * 2 > tally.scanned) return undefined;
  if (name.strength('phone') === 2)
    return loose >= 0.5 * tally.scanned && loose > 0
      ? verdict('phone', loose, c, formed * 2 > loose)
      : undefined;
  const marked = tally.of('phone-marked') >= 0.5 * formed;
  if (c.otherNumber && !marked) return undefined;
  const clash = countOf(tally.inside, 'ip-address') + tally.of('card-valid') + tally.of('ssn-valid');
  return formed >= 3 && formed >= (marked ? 0.25 : 0.6) * tally.scanned && clash * 2 < tally.scanned
    ? verdict('phone', formed, c, true)
    : undefined;
};
