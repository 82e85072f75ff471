import type { Span } from '../kinds.ts';
import { isWordUnit } from '../text/char-classes.ts';

const PAIR =
  /[-+]?\d{1,3}\.\d{3,12}\s?°?\s?[NSns]?\s{0,2}[,;\s/]\s{0,2}[-+]?\d{1,3}\.\d{3,12}\s?°?\s?[EWOewo]?/g;
const DMS =
  /\d{1,3}\s?°\s?\d{1,2}(?:\.\d{1,6})?\s?['′’]\s?(?:\d{1,2}(?:\.\d{1,6})?\s?(?:["″”]|''|′′))?\s?[NSEWO]/gi;
const POINT = /\bpoint\s?z?\s?\(\s?([-+]?\d{1,3}(?:\.\d{1,15})?)\s([-+]?\d{1,3}(?:\.\d{1,15})?)/gi;
const LABELLED =
  /\blat(?:itude)?\.?\s{0,2}[:=]?\s{0,2}[-+]?\d{1,2}\.\d{2,12}[,;\s]{1,3}(?:and )?(?:lon|lng|long|longitude)\.?\s{0,2}[:=]?\s{0,2}[-+]?\d{1,3}\.\d{2,12}/gi;
const ISO6709 =
  /(?<![\d.])[-+]\d{2}(?:\.\d{2,8}|\d{2}(?:\.\d{1,6})?|\d{4}(?:\.\d{1,6})?)[-+]\d{3}(?:\.\d{2,8}|\d{2}(?:\.\d{1,6})?|\d{4}(?:\.\d{1,6})?)(?:[-+]\d{1,5}(?:\.\d{1,4})?)?(?:\/|CRS|(?![\d.-]))/g;
const HEMISPHERE_FIRST =
  /(?<!\p{L})[NS]\s?\d{1,2}\s?°?\s?\d{1,2}[.°'′’]\d{0,6}\s?['′’]?(?:\s?\d{1,2}(?:\.\d{1,4})?\s?["″”])?[\s,;/]{0,3}[EWO]\s?\d{1,3}\s?°?\s?\d{1,2}[.°'′’]\d{0,6}/gu;
const DEGREES = /\d{1,3}\.\d{2,10}\s?°\s?[NSEWO]/gi;

/**
 * Geographic positions: decimal pairs within latitude and longitude (three decimals or more, about 100 m, in both),
 * degrees with minutes or a hemisphere, and well-known-text points.
 */
export function coordinateSpans(text: string): Span[] {
  const spans: Span[] = [];
  if (text.includes('.')) {
    PAIR.lastIndex = 0;
    for (let match = PAIR.exec(text); match !== null; match = PAIR.exec(text)) {
      const start = match.index;
      const before = start > 0 ? text.charCodeAt(start - 1) : 32;
      const [first, second] = match[0].match(/[-+]?\d+\.\d+/g) ?? [];
      if (isWordUnit(before) || before === 46 || first === undefined || second === undefined) continue;
      const tail = /^[\s,;]{0,3}[-+]?\d+\.\d/.test(
        text.slice(start + match[0].length, start + match[0].length + 12),
      );
      const head = /\d\.\d+[\s,;]{1,3}$/.test(text.slice(Math.max(0, start - 14), start));
      if (tail || head || !isPosition(Number(first), Number(second))) continue;
      spans.push({ kind: 'coordinates', start, end: start + match[0].trimEnd().length, confidence: 0.85 });
    }
    if (/\blat/i.test(text)) collect(text, LABELLED, 0.95, spans);
    if (/point/i.test(text)) collect(text, POINT, 0.95, spans);
  }
  if (text.includes('+')) collect(text, ISO6709, 0.9, spans);
  if (text.includes('°')) {
    collect(text, DMS, 0.95, spans);
    collect(text, DEGREES, 0.9, spans);
    collect(text, HEMISPHERE_FIRST, 0.9, spans);
  }
  return spans;
}

function collect(text: string, form: RegExp, confidence: number, spans: Span[]): void {
  form.lastIndex = 0;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!spans.some((span) => start < span.end && end > span.start))
      spans.push({ kind: 'coordinates', start, end, confidence });
    // One thousand positions in one value settle what it is; comparing more with each other would not be linear.
    if (spans.length > 1000) return;
  }
}

function isPosition(first: number, second: number): boolean {
  const latitudeFirst = Math.abs(first) <= 90 && Math.abs(second) <= 180;
  const longitudeFirst = Math.abs(second) <= 90 && Math.abs(first) <= 180;
  // Two shares or ratios below one are rarely a place: that square lies in the Gulf of Guinea.
  return (latitudeFirst || longitudeFirst) && (Math.abs(first) > 1.5 || Math.abs(second) > 1.5);
}
