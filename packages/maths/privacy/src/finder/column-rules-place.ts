import { type Rule, verdict } from './column-case.ts';
import { type ColumnTally, countOf } from './column-tally.ts';

export const postal: Rule = (c) => {
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
  if (form >= 0.95 * tally.scanned && tally.distinct > 4 && lettered >= 0.2 * form)
    return verdict('postal-code', form, c, true, 0.75);
  if (tally.of('zip4') >= 0.5 * tally.scanned) return verdict('postal-code', tally.of('zip4'), c, true);
  return tally.of('dutch') >= 0.8 * tally.scanned
    ? verdict('postal-code', tally.of('dutch'), c, true, 0.9)
    : undefined;
};

export const address: Rule = (c) => {
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

export const birth: Rule = (c) => {
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

export const coordinates: Rule = (c) => {
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
