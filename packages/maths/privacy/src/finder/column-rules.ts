import { type ColumnTally, countOf } from './column-tally.ts';
import type { NameEvidence } from './header/name-evidence.ts';
import type { FindingKind } from './kinds.ts';

/** How a kind was judged: how many values speak for it, how sure, and whether their form alone says so. */
export interface Verdict {
  readonly kind: FindingKind;
  readonly matched: number;
  readonly confidence: number;
  /** The values alone would have been enough. */
  readonly byValue: boolean;
  /** The values were only compatible: the name is the evidence. */
  readonly byName: boolean;
}

/** A column under judgement: what its name says, what was counted. */
export interface Case {
  readonly name: NameEvidence;
  readonly tally: ColumnTally;
  /** The name speaks of numbers of another kind: orders, parts, versions. */
  readonly otherNumber: boolean;
}

type Rule = (c: Case) => Verdict | undefined;

function verdict(kind: FindingKind, matched: number, c: Case, byValue: boolean, weight = 1): Verdict {
  const share = c.tally.scanned === 0 ? 0 : matched / c.tally.scanned;
  const named = c.name.strength(kind) > 0;
  const confidence = Math.min(0.99, weight * (0.55 + 0.3 * Math.min(1, share)) + (named ? 0.12 : 0));
  return { kind, matched, confidence, byValue, byName: named };
}

/** Kinds with so firm a form that a share of the values is enough: e-mail, IBAN, URL. */
const firm =
  (kind: FindingKind, share: number): Rule =>
  (c) => {
    const matched = countOf(c.tally.inside, kind);
    const least = c.name.strength(kind) > 0 ? share / 3 : share;
    return matched > 0 && matched >= least * c.tally.scanned
      ? verdict(kind, matched, c, true, 1.1)
      : undefined;
  };

const url: Rule = (c) => {
  const matched = countOf(c.tally.inside, 'url');
  const bare = matched + c.tally.of('domain');
  if (matched > 0 && matched >= 0.3 * c.tally.scanned) return verdict('url', matched, c, true, 1.1);
  return c.name.strength('url') > 0 && bare >= 0.4 * c.tally.scanned
    ? verdict('url', bare, c, false)
    : undefined;
};

const ip: Rule = (c) => {
  const { tally, name } = c;
  const strength = name.strength('ip-address');
  const small = tally.of('quad-small');
  const found = countOf(tally.inside, 'ip-address');
  const all = Math.max(found, tally.of('quad') + small);
  if (strength === 2)
    return all >= 0.3 * tally.scanned && all > 0 ? verdict('ip-address', all, c, true) : undefined;
  if (strength < 0 || tally.of('quad-bad') * 100 > all || small * 2 > all) return undefined;
  return found > 0 && found >= 0.3 * tally.scanned ? verdict('ip-address', all, c, true) : undefined;
};

const mac: Rule = (c) => {
  const { tally, name } = c;
  const found = countOf(tally.inside, 'mac-address');
  const bare = tally.of('mac-bare');
  if (name.strength('mac-address') > 0 && found + bare >= 0.5 * tally.scanned && found + bare > 0)
    return verdict('mac-address', found + bare, c, found > 0);
  return found > 0 && found >= 0.3 * tally.scanned && tally.of('hex-letter') * 3 >= found
    ? verdict('mac-address', found, c, true, 1.05)
    : undefined;
};

const ssn: Rule = (c) => {
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

const itin: Rule = (c) => {
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

const card: Rule = (c) => {
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

const account: Rule = (c) => {
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

const medical: Rule = (c) => {
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

const phone: Rule = (c) => {
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

const postal: Rule = (c) => {
  const { tally, name } = c;
  const strength = name.strength('postal-code');
  const formed = tally.of('postal');
  const lettered = tally.of('lettered-valid');
  if (strength === 2)
    return formed >= 0.6 * tally.scanned && formed > 0
      ? verdict('postal-code', formed, c, lettered > 0 || tally.of('zip4') > 0)
      : undefined;
  if (strength === 1)
    return tally.of('postal-long') >= 0.85 * tally.scanned && formed > 0
      ? verdict('postal-code', formed, c, false, 0.9)
      : undefined;
  if (tally.scanned < 3 || c.otherNumber) return undefined;
  const form = tally.of('lettered-form');
  if (name.blank && form >= 0.9 * tally.scanned && lettered >= 0.5 * form)
    return verdict('postal-code', form, c, true, 0.8);
  if (lettered >= 0.6 * tally.scanned && lettered >= 0.95 * tally.of('lettered-form'))
    return verdict('postal-code', lettered, c, true);
  if (tally.of('zip4') >= 0.5 * tally.scanned) return verdict('postal-code', tally.of('zip4'), c, true);
  return tally.of('dutch') >= 0.8 * tally.scanned
    ? verdict('postal-code', tally.of('dutch'), c, true, 0.9)
    : undefined;
};

const address: Rule = (c) => {
  const { tally, name } = c;
  const strength = name.strength('street-address');
  const found = countOf(tally.inside, 'street-address');
  const other =
    countOf(tally.inside, 'email') + countOf(tally.inside, 'url') + countOf(tally.inside, 'ip-address');
  if (other * 2 > tally.scanned) return undefined;
  if (strength === 2) {
    const loose = Math.max(found, tally.of('address-loose'), tally.of('other-script'));
    return loose >= 0.4 * tally.scanned && loose > 0
      ? verdict('street-address', loose, c, found * 2 > tally.scanned)
      : undefined;
  }
  const short = tally.of('text') * 2 < tally.scanned;
  const least = strength < 0 ? 0.8 : short ? 0.4 : 0.7;
  const sentences = !short && name.text;
  return found >= 3 && found >= least * tally.scanned && !sentences
    ? verdict('street-address', found, c, true)
    : undefined;
};

const birth: Rule = (c) => {
  const { tally, name } = c;
  const dates = tally.of('date') + tally.of('date-time');
  const strength = name.strength('birth-date');
  if (strength > 0) {
    const matched = dates + tally.of('year');
    return matched >= 0.5 * tally.scanned && matched > 0
      ? verdict('birth-date', matched, c, false, 1.1)
      : undefined;
  }
  if (!name.mute || tally.scanned < 12 || tally.of('date') < 0.9 * tally.scanned) return undefined;
  return agesOfPeople(tally) ? verdict('birth-date', tally.of('date'), c, true, 0.7) : undefined;
};

/** Dates spread as births are: over forty years or more, within living memory, none of the years dominating. */
function agesOfPeople(tally: ColumnTally): boolean {
  let first = 0;
  let last = 0;
  let most = 0;
  let total = 0;
  tally.years.forEach((count, index) => {
    if (count === 0) return;
    if (first === 0) first = 1800 + index;
    last = 1800 + index;
    most = Math.max(most, count);
    total += count;
  });
  return first >= 1905 && last >= 1980 && last <= 2026 && last - first >= 38 && most * 5 <= total;
}

const coordinates: Rule = (c) => {
  const { tally, name } = c;
  const pair = countOf(tally.inside, 'coordinates');
  const strength = name.strength('coordinates');
  if (
    pair >= 0.3 * tally.scanned &&
    pair >= (strength > 0 || name.axis !== undefined ? 1 : 3) &&
    tally.of('text') * 2 < tally.scanned
  )
    return verdict('coordinates', pair, c, true);
  if (name.axis !== 'latitude' && name.axis !== 'longitude') return undefined;
  const numeric = tally.of('decimal') + tally.of('integer');
  const within = name.axis === 'latitude' ? tally.withinLatitude : tally.withinLongitude;
  if (
    numeric < 0.9 * tally.scanned ||
    tally.of('decimal-fine') < 0.6 * tally.scanned ||
    within < 0.99 * numeric ||
    numeric === 0
  )
    return undefined;
  return { kind: 'coordinates', matched: within, confidence: 0.9, byValue: false, byName: true };
};

const person: Rule = (c) => {
  const { tally, name } = c;
  const { names } = tally;
  const strength = name.strength('person-name');
  const n = tally.scanned;
  const shaped = names.full + names.single;
  const embedded = countOf(tally.inside, 'person-name');
  const matched = shaped + (tally.of('text') * 2 < n ? Math.min(embedded, n - shaped) : 0);
  if (n === 0 || matched === 0) return undefined;
  const thing = names.thing / Math.max(1, shaped);
  const likely = names.likely / Math.max(1, shaped);
  const known = names.known / Math.max(1, shaped);
  const script = tally.of('other-script') * 2 > n;
  // Names in small letters are believed where the column's name speaks of persons.
  const small = names.lower - names.lowerKnown;
  const yes = (byValue: boolean, weight = 1) =>
    verdict('person-name', Math.min(matched, n), c, byValue, weight);
  if (strength >= 1 && names.lowerFull >= 0.6 * n && small > 0 && names.lowerThing <= 0.25 * names.lowerFull)
    return verdict('person-name', names.lowerFull, c, false, 0.9);
  if (strength === 2)
    return matched >= 0.5 * n && (thing <= 0.6 || script) ? yes(known >= 0.5, 1.05) : undefined;
  if (embedded >= 0.6 * n && embedded >= 3 && strength >= 0 && tally.of('text') * 2 < n) return yes(true);
  const varied = tally.distinct > 4 || n < 12;
  const mostlyFull = names.full * 2 >= shaped;
  if (strength >= 0 && names.title >= 0.5 * n && thing <= 0.5) return yes(true);
  if (strength === 1) {
    if (matched < 0.55 * n) return undefined;
    if (script) return thing <= 0.3 ? yes(false) : undefined;
    if (mostlyFull) return thing <= 0.34 && (likely >= 0.4 || known >= 0.4) ? yes(known >= 0.5) : undefined;
    return varied && thing <= 0.15 && (known >= 0.4 || likely >= 0.4) ? yes(known >= 0.6, 0.9) : undefined;
  }
  if (!varied || matched < 0.6 * n || n < 3) return undefined;
  const both = names.both / Math.max(1, names.full);
  if (strength === -1)
    return names.full >= 0.8 * n && both >= 0.6 && thing <= 0.06 && !c.otherNumber
      ? yes(true, 0.85)
      : undefined;
  if (names.comma >= 0.6 * n && names.full >= 0.6 * n)
    return thing <= 0.3 && (likely >= 0.4 || known >= 0.3) ? yes(true) : undefined;
  if (mostlyFull)
    return thing <= 0.2 &&
      (both >= 0.25 || (known >= 0.4 && likely >= 0.5) || (likely >= 0.45 && thing <= 0.1))
      ? yes(true, 0.9)
      : undefined;
  return thing <= 0.08 && names.given >= 0.6 * n ? yes(true, 0.8) : undefined;
};

export const COLUMN_RULES: readonly Rule[] = [
  firm('email', 0.1),
  url,
  ip,
  mac,
  firm('iban', 0.1),
  card,
  ssn,
  itin,
  medical,
  account,
  phone,
  postal,
  address,
  birth,
  coordinates,
  person,
];
