import type { Span } from '../kinds.ts';
import { ibanLength, isIban } from '../rules/iban.ts';
import { isDigit, isWordUnit } from '../text/char-classes.ts';

const START = /[a-z]{2}\d{2}/gi;

/**
 * IBANs anywhere in a text, compact or in groups parted by single spaces or hyphens: each place where two letters
 * and two digits begin is read on for at most the country's length, then checked.
 */
export function ibanSpans(text: string): Span[] {
  const spans: Span[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match !== null; match = START.exec(text)) {
    const start = match.index;
    const length = ibanLength(match[0].slice(0, 2).toUpperCase());
    const before = start > 0 ? text.charCodeAt(start - 1) : 32;
    if (length === 0 || isWordUnit(before)) continue;
    let compact = '';
    let at = start;
    while (at < text.length && compact.length < length) {
      const code = text.charCodeAt(at);
      if (isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))
        compact += text.charAt(at);
      else if (
        !((code === 32 || code === 45 || code === 160 || code === 46) && isWordUnit(text.charCodeAt(at - 1)))
      )
        break;
      at++;
    }
    const after = at < text.length ? text.charCodeAt(at) : 32;
    if (compact.length === length && !isWordUnit(after) && isIban(compact.toUpperCase())) {
      spans.push({ kind: 'iban', start, end: at, confidence: 0.99 });
      START.lastIndex = at;
    }
  }
  return spans;
}
