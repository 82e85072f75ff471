import type { Span } from '../kinds.ts';

const FORMS: readonly RegExp[] = [
  /(?:住所|住址|地址|所在地|주소)\s?[：:はは]?\s?([^\s,。、：:]{4,40}(?:\s?[\d\-－丁目番地号]{1,16})?)/gu,
  /(?:[\p{Script=Han}]{2,3}[都道府県])?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,8}[市区町村郡][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,14}[\d０-９]{1,4}(?:[-－‐丁目番地号]{1,2}[\d０-９]{1,4}){1,3}号?/gu,
  /[\p{Script=Han}]{2,12}[路街道巷弄][\p{Script=Han}]{0,4}\d{1,5}[号號弄]/gu,
  /[\p{Script=Hangul}]{1,8}(?:시|도|구|군)\s[\p{Script=Hangul}]{1,8}(?:구|군|동|읍|면|로|길)?\s?[\p{Script=Hangul}\d]{0,12}(?:로|길|동)\s?\d{1,5}(?:-\d{1,4})?/gu,
];

/** Addresses in Chinese, Japanese and Korean: after a word for an address, or district, street and number. */
export function scriptAddressSpans(text: string): Span[] {
  const spans: Span[] = [];
  if (!/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text)) return spans;
  for (const form of FORMS) {
    form.lastIndex = 0;
    for (let match = form.exec(text); match !== null; match = form.exec(text)) {
      const body = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(body);
      if (!/\d|[０-９]/.test(body)) continue;
      if (!spans.some((span) => start < span.end && start + body.length > span.start))
        spans.push({ kind: 'street-address', start, end: start + body.length, confidence: 0.8 });
      if (spans.length > 500) return spans;
    }
  }
  return spans;
}
