import type { Span } from '../kinds.ts';
import { isCanadianPostalCode, isDutchPostcode, isEircode, isUkPostcode } from '../rules/postal-code.ts';
import { overlapsAny } from '../text/covered.ts';

const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR';
const US = new RegExp(`\\b(?:${STATES})\\.?,? (\\d{5}(?:-\\d{4})?)\\b`, 'g');
const LETTERED =
  /\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|[1-9]\d{3} [A-Z]{2}|[A-Z]\d[\dW] [A-Z0-9]{4})\b/g;
const STATED =
  /(?<![\p{L}])(?:zip|zip ?code|post ?code|postal ?code|postleitzahl|plz|código postal|codigo postal|c\.p\.|cp|code postal|cap|cep|pin ?code|eircode|psč|irányítószám|posta kodu|postkod|postinumero|kode pos|kod pocztowy|postnr\.?|poskod|postnummer|postcode|郵便番号|邮编|우편번호|индекс)(?:\s?(?:is|:|#|no\.?|number|=))?\s{0,2}:?\s?([A-Z]{0,2}-?\d[A-Z\d]{1,6}(?:[ -][A-Z\d]{2,4})?)(?![\p{L}\d])/giu;
const CITY_AFTER =
  /(?<![\p{L}\d.,-])(?:(?:D|A|CH|F|I|L|DK|SE|S|FI|NL|B|PL|CZ)-)?(\d{5}|\d{4}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{3}) \p{Lu}\p{Ll}{2,}/gu;

/**
 * Postal codes in running text: after a word that announces one, after an American state, in the lettered forms of
 * Britain, Canada, the Netherlands and Ireland, and before a capitalised word where a street address precedes.
 */
export function postalSpans(text: string, addresses: readonly Span[]): Span[] {
  const spans: Span[] = [];
  group(text, US, 0.85, spans);
  group(text, STATED, 0.85, spans);
  LETTERED.lastIndex = 0;
  for (let match = LETTERED.exec(text); match !== null; match = LETTERED.exec(text)) {
    const found = match[0];
    const near = addresses.length > 0;
    const valid =
      isUkPostcode(found) ||
      isCanadianPostalCode(found) ||
      ((isDutchPostcode(found) || isEircode(found)) && near);
    if (
      !valid ||
      (!near &&
        /(?:part|sku|ref|model|(?<!post|zip|post |zip |postal )code|order|item|gate|flight|seat|version|batch|room|catalog\w*|serial)[\s:.#]*(?:no\.?|number|is)?\s?$/i.test(
          text.slice(Math.max(0, match.index - 20), match.index),
        ))
    )
      continue;
    spans.push({ kind: 'postal-code', start: match.index, end: match.index + found.length, confidence: 0.8 });
  }
  if (addresses.length > 0) {
    const sorted = addresses.slice().sort((a, b) => a.start - b.start);
    CITY_AFTER.lastIndex = 0;
    for (let match = CITY_AFTER.exec(text); match !== null; match = CITY_AFTER.exec(text)) {
      const code = match[1] ?? '';
      const start = match.index + match[0].indexOf(code);
      if (overlapsAny(sorted, start - 40, start)) {
        spans.push({ kind: 'postal-code', start, end: start + code.length, confidence: 0.75 });
      }
    }
  }
  return spans;
}

function group(text: string, form: RegExp, confidence: number, spans: Span[]): void {
  form.lastIndex = 0;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    const code = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(code);
    if (!spans.some((span) => start < span.end && start + code.length > span.start)) {
      spans.push({ kind: 'postal-code', start, end: start + code.length, confidence });
    }
    if (spans.length > 1000) return;
  }
}
