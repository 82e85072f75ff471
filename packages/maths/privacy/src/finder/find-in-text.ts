import { addressSpans } from './detect/address-spans.ts';
import { anchoredAddressSpans } from './detect/anchored-address-spans.ts';
import { besideNamePhoneSpans } from './detect/beside-name-phone-spans.ts';
import { chatNameSpans, handleSpans } from './detect/chat-name-spans.ts';
import { ticketNames } from './detect/comma-name.ts';
import { contextIdSpans } from './detect/context-id-spans.ts';
import { coordinateSpans } from './detect/coordinate-spans.ts';
import { emailSpans, speltEmailSpans } from './detect/email-spans.ts';
import { ibanSpans } from './detect/iban-spans.ts';
import { listedAddressSpans } from './detect/listed-address-spans.ts';
import { lowerNameSpans } from './detect/lower-name-spans.ts';
import { nameSpans } from './detect/name-spans.ts';
import { hexSpans, ipv4Spans } from './detect/network-spans.ts';
import { numberSpans } from './detect/number-spans.ts';
import { postalSpans } from './detect/postal-spans.ts';
import { scriptAddressSpans } from './detect/script-address-spans.ts';
import { labelledScripts } from './detect/script-name-spans.ts';
import { urlSpans } from './detect/url-spans.ts';
import { writtenBirthSpans } from './detect/written-birth-spans.ts';
import type { Span } from './kinds.ts';
import {
  AT,
  BRACKET,
  CAPITAL,
  COLON,
  DEGREE,
  DIGITS,
  DOT,
  HYPHEN,
  LETTERS,
  OTHER,
  SLASH,
  SPACES,
  signsOf,
} from './text/signs.ts';
import { tokenise } from './text/tokens.ts';

/**
 * Finds personal data in a text: spans in order, not overlapping, with a confidence from 0 to 1. Offsets are UTF-16
 * code units, `end` exclusive. One pass over the characters decides which detectors run; each is linear in the
 * length of the text. Kinds are all but `free-text-personal-data`.
 */
export function findInText(text: string): Span[] {
  const signs = signsOf(text);
  const found: Span[][] = [];
  const digits = (signs & DIGITS) !== 0;
  if ((signs & AT) !== 0) found.push(emailSpans(text));
  if ((signs & BRACKET) !== 0 || text.includes(' dot ')) found.push(speltEmailSpans(text));
  if ((signs & (SLASH | DOT)) !== 0) found.push(urlSpans(text));
  if (digits) {
    found.push(ibanSpans(text));
    if ((signs & (COLON | HYPHEN | DOT)) !== 0) found.push(hexSpans(text));
    if ((signs & DOT) !== 0) found.push(ipv4Spans(text));
    if ((signs & (DOT | DEGREE)) !== 0 || text.length > 6) found.push(coordinateSpans(text));
    if ((signs & LETTERS) !== 0) found.push(contextIdSpans(text));
    found.push(numberSpans(text));
  }
  const words =
    (signs & (CAPITAL | OTHER)) !== 0 || ((signs & LETTERS) !== 0 && (digits || (signs & SPACES) !== 0));
  if (words) {
    const tokens = tokenise(text);
    if (digits && (signs & OTHER) !== 0) found.push(scriptAddressSpans(text));
    if (digits && tokens.length > 1) {
      found.push(writtenBirthSpans(text, tokens));
      const addresses = addressSpans(text, tokens);
      const anchored = anchoredAddressSpans(text, addresses);
      found.push(addresses, postalSpans(text, addresses), anchored.addresses, anchored.postals);
      found.push(listedAddressSpans(text, addresses, anchored.addresses));
    }
    if ((signs & (CAPITAL | OTHER)) !== 0) {
      const names = nameSpans(text, tokens);
      found.push(names);
      if (digits) found.push(besideNamePhoneSpans(text, names));
      if ((signs & OTHER) !== 0) found.push(labelledScripts(text));
      if ((signs & SLASH) !== 0) found.push(ticketNames(text));
    }
    if ((signs & SPACES) !== 0) {
      found.push(lowerNameSpans(text, tokens), chatNameSpans(text, tokens));
      if ((signs & AT) !== 0) found.push(handleSpans(text, tokens));
    }
  }
  return withoutOverlaps(found);
}

/** Detectors are listed from the most to the least telling; a later span gives way to an earlier one. */
function withoutOverlaps(found: readonly Span[][]): Span[] {
  let kept: Span[] = [];
  for (const spans of found) {
    if (spans.length === 0) continue;
    const sorted = spans.length === 1 ? spans : spans.slice().sort((a, b) => a.start - b.start);
    kept = merge(kept, sorted);
  }
  return kept;
}

function merge(kept: readonly Span[], added: readonly Span[]): Span[] {
  const merged: Span[] = [];
  let k = 0;
  let reached = -1;
  for (const span of added) {
    for (let next = kept[k]; next !== undefined && next.end <= span.start; next = kept[++k]) {
      merged.push(next);
      reached = next.end;
    }
    const blocking = kept[k];
    if (span.start < reached || (blocking !== undefined && blocking.start < span.end)) continue;
    merged.push(span);
    reached = span.end;
  }
  for (; k < kept.length; k++) {
    const next = kept[k];
    if (next !== undefined) merged.push(next);
  }
  return merged;
}
