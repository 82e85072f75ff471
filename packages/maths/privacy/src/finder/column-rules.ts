import { type Rule, verdict } from './column-case.ts';
import { account, card, itin, medical, phone, ssn } from './column-rules-numbers.ts';
import { address, birth, coordinates, postal } from './column-rules-place.ts';
import { countOf } from './column-tally.ts';
import type { FindingKind } from './kinds.ts';

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
  const varied = tally.distinct > 4 || n < 12;
  // Names in small letters are believed where the column's name speaks of persons.
  const small = names.lower - names.lowerKnown;
  const yes = (byValue: boolean, weight = 1) =>
    verdict('person-name', Math.min(matched, n), c, byValue, weight);
  if (strength >= 1 && names.lowerFull >= 0.6 * n && small > 0 && names.lowerThing <= 0.25 * names.lowerFull)
    return verdict('person-name', names.lowerFull, c, false, 0.9);
  if (
    names.lowerFull >= 0.8 * n &&
    small > 0 &&
    names.lowerThing <= 0.1 * names.lowerFull &&
    /(?:user|login|display|handle|member|nick|screen|author)/i.test(c.words) &&
    varied
  )
    return verdict('person-name', names.lowerFull, c, true, 0.85);
  if (strength === 2)
    return matched >= 0.5 * n && (thing <= 0.6 || script) ? yes(known >= 0.5, 1.05) : undefined;
  if (embedded >= 0.6 * n && embedded >= 3 && strength >= 0 && tally.of('text') * 2 < n) return yes(true);
  const mostlyFull = names.full * 2 >= shaped;
  if (names.title >= (strength >= 0 ? 0.5 : 0.8) * n && thing <= 0.5) return yes(true);
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
