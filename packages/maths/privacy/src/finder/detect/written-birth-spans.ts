import type { Span } from '../kinds.ts';
import { monthOf } from '../rules/date-shape.ts';
import type { Token } from '../text/tokens.ts';

const BIRTH =
  /(?:\bd\.?\s?o\.?\s?b\b|birth|\bborn\b|bday|geb\.|geboren|geburtsdatum|geburtstag|\bnée? le|\bnée?\b|naissance|nacid[oa]|nacimiento|f\. ?nac|nat[oa] il|nascita|nascid[oa]|nascimento|geboorte|född|fødd|født|fæddur|faedd|syntynyt|urodz|narozen|\bnar\.|doğum|sündinud|sünniaeg|dzimis|dzimšanas|gimė|gimimo|rođen|rojen|jaio|ditëlind|lahir|sinh|ngày sinh|birthday|fecha nac|f\. ?nac|\(b\. ?|\bb\. ?|született|născut|родил|рожд|народж|γεννη|rojstva|narodenia|naşter|rođenj|szül|kelahiran|kuzaliwa|\bf\. ?$)[^.;\n]{0,28}$/;

const EASTERN =
  /((?:出生|生年月日|誕生日|生日|생년월일|생일|출생)[^\d\n]{0,8})\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]?/gu;

/** Birth dates with the month in letters (`12 March 1984`, `March 12, 1984`) after a word of birth. */
export function writtenBirthSpans(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  if (/[年년]/.test(text)) {
    for (const match of text.matchAll(EASTERN)) {
      const start = match.index + (match[1]?.length ?? 0);
      spans.push({ kind: 'birth-date', start, end: match.index + match[0].length, confidence: 0.9 });
    }
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.word.digits || monthOf(token.word.folded) === 0) continue;
    const span = dateAround(tokens, i);
    if (span === undefined) continue;
    if (BIRTH.test(text.slice(Math.max(0, span.start - 48), span.start).toLowerCase())) {
      spans.push({ kind: 'birth-date', start: span.start, end: span.end, confidence: 0.9 });
    }
  }
  return spans;
}

const DAY = /^\d{1,2}(?:st|nd|rd|th|er|e)?$/i;

function dateAround(tokens: readonly Token[], month: number): { start: number; end: number } | undefined {
  let from = month;
  let to = month;
  for (let back = 1; back <= 2; back++) {
    const text = tokens[month - back]?.word.text ?? '';
    if (DAY.test(text)) {
      from = month - back;
      break;
    }
    if (!/^(?:de|of|the)$/i.test(text)) break;
  }
  let day = from !== month;
  for (let ahead = 1; ahead <= 4; ahead++) {
    const text = tokens[month + ahead]?.word.text ?? '';
    if (/^(?:18|19|20)\d\d$/.test(text)) {
      to = month + ahead;
      break;
    }
    if (!day && DAY.test(text)) day = true;
    else if (!/^(?:de|del|of|the)$/i.test(text)) break;
  }
  const first = tokens[from];
  const last = tokens[to];
  if (first === undefined || last === undefined || to === month) return undefined;
  return { start: first.start, end: last.end };
}
