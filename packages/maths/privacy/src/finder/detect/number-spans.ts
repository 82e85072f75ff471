import type { Span } from '../kinds.ts';
import { yearOfGroups } from '../rules/date-shape.ts';
import { hasIssuerRange, isPaymentCard } from '../rules/payment-card.ts';
import { type DigitGroups, hasLoosePhoneShape, phoneConfidence } from '../rules/phone-shape.ts';
import { isItin, isSsn } from '../rules/us-tax-numbers.ts';
import { contextAfter, contextBefore, OTHER_NUMBER_CONTEXT, PHONE_CONTEXT } from '../text/context.ts';
import { type NumberRun, numberRuns } from '../text/number-runs.ts';

const SSN_CONTEXT =
  /(?:ssn|social security|soc\.? ?sec|social sec|social insurance|ss ?#|ss no|tax ?id|itin|taxpayer|tin\b)[^\n]{0,24}$/;
const CARD_CONTEXT =
  /(?:card|visa|mastercard|amex|american express|discover|diners|maestro|jcb|credit|debit|\bcc\b|\bpan\b|karte|tarjeta|carte|cartão|carta|kaart|kort|paid with|charge)[^\n]{0,30}$/;
const BIRTH_BEFORE =
  /(?:\bd\.?o\.?b\b|birth|born|\bb\.\s?$|\bbday|geb\.|geboren|geburt|\bnée? le|\bnée?\b|naissance|nacid|nacimiento|f\. ?nac|fecha nac|nascit|nat[oa] il|nat[oa] a|nascid|nascimento|geboorte|född|fødd|født|fæddur|faedd|syntynyt|urodz|\bur\.|narozen|\bnar\.|sündinud|sünniaeg|dzimis|dzimšanas|gimė|gimimo|rođen|rojen|ditëlind|lahir|ngày sinh|doğum|született|născut|родил|рожден|生年月日|出生|생년월일|تاريخ الميلاد|rojstva|narodenia|naštev|naşter|naster|rođenj|rodjen|roj\.|szül|dzim\.|gim\.|sünd\.|\bfd\.|\bf\.\s?$|\bsynt|kelahiran|tarikh lahir|kuzaliwa|γεννη|народж|рожд|תאריך לידה|जन्म|วันเกิด|d\. ?nasc|d\. ?n\. |\*\s?$)[^\n]{0,28}$/;
const NOT_BIRTH =
  /(?:founded|release|publish|built|expire|due|invoice|order|ship|visit|admitted|seen|appointment|since|joined|hired)[^\n]{0,16}$/;

/** Kinds written as groups of digits: social security and taxpayer numbers, cards, telephones, birth dates. */
export function numberSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const run of numberRuns(text)) readGroups(text, run, spans);
  return spans;
}

function mayBegin(run: NumberRun, at: number): boolean {
  return at === 0 || /[ /]/.test(run.separators[at - 1] ?? '');
}

function mayEnd(run: NumberRun, last: number): boolean {
  return last === run.groups.length - 1 || /[ /]/.test(run.separators[last] ?? '');
}

function spanOf(run: NumberRun, from: number, to: number): { start: number; end: number } {
  const start = from === 0 ? run.start : (run.starts[from] ?? run.start);
  return { start, end: (run.starts[to] ?? 0) + (run.groups[to] ?? '').length };
}

function readGroups(text: string, run: NumberRun, spans: Span[]): void {
  let at = 0;
  while (at < run.groups.length) {
    if (!mayBegin(run, at)) {
      at++;
      continue;
    }
    at +=
      dateAt(text, run, at, spans) ||
      taxNumberAt(text, run, at, spans) ||
      cardAt(text, run, at, spans) ||
      phoneAt(text, run, at, spans) ||
      1;
  }
}

/** Number of groups that a date takes here, or 0; a date after a word of birth is a span, others are only passed. */
function dateAt(text: string, run: NumberRun, at: number, spans: Span[]): number {
  const [a, b, c] = [run.groups[at], run.groups[at + 1], run.groups[at + 2]];
  const { start } = spanOf(run, at, at);
  if (a === undefined || (at === 0 && run.plus)) return 0;
  if (b === undefined || c === undefined || run.separators[at]?.trim() !== run.separators[at + 1]?.trim()) {
    return a.length === 8 ? compactBirthDate(text, run, at, spans) : 0;
  }
  const year = run.separators[at]?.length === 1 || run.separators[at] === '. ' ? yearOfGroups(a, b, c) : 0;
  if (year === 0 || (run.separators[at] === ' ' && c.length !== 4 && a.length !== 4)) return 0;
  const context = contextBefore(text, start);
  if (year <= 2030 && BIRTH_BEFORE.test(context) && !NOT_BIRTH.test(context)) {
    spans.push({ kind: 'birth-date', ...spanOf(run, at, at + 2), confidence: 0.9 });
  } else if (/^\s?\(?(?:dob|date of birth|birth)/.test(contextAfter(text, spanOf(run, at, at + 2).end))) {
    spans.push({ kind: 'birth-date', ...spanOf(run, at, at + 2), confidence: 0.8 });
  }
  return 3;
}

function compactBirthDate(text: string, run: NumberRun, at: number, spans: Span[]): number {
  const digits = run.groups[at] ?? '';
  const { start } = spanOf(run, at, at);
  const valid =
    yearOfGroups(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)) ||
    yearOfGroups(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4));
  if (valid === 0 || !BIRTH_BEFORE.test(contextBefore(text, start))) return 0;
  spans.push({ kind: 'birth-date', ...spanOf(run, at, at), confidence: 0.8 });
  return 1;
}

function taxNumberAt(text: string, run: NumberRun, at: number, spans: Span[]): number {
  const first = run.groups[at] ?? '';
  const digits = first + (run.groups[at + 1] ?? '') + (run.groups[at + 2] ?? '');
  const separator = run.separators[at];
  const grouped =
    first.length === 3 &&
    digits.length === 9 &&
    run.groups[at + 1]?.length === 2 &&
    separator === run.separators[at + 1] &&
    (separator === '-' || separator === ' ' || separator === '.');
  const taken = grouped ? 3 : first.length === 9 ? 1 : 0;
  if (taken === 0 || !mayEnd(run, at + taken - 1) || (at === 0 && run.plus)) return 0;
  const number = grouped ? digits : first;
  const kind = isSsn(number) ? 'us-ssn' : isItin(number) ? 'us-itin' : undefined;
  if (kind === undefined) return grouped ? 3 : 0;
  const { start, end } = spanOf(run, at, at + taken - 1);
  const before = contextBefore(text, start);
  const stated = SSN_CONTEXT.test(before) || /^\W{0,3}(?:ssn|social sec|itin)/.test(contextAfter(text, end));
  if (!grouped || separator !== '-') {
    if (!stated) return 0;
  } else if (!stated && (OTHER_NUMBER_CONTEXT.test(before) || PHONE_CONTEXT.test(before))) return 3;
  spans.push({ kind, start, end, confidence: stated ? 0.95 : 0.8 });
  return taken;
}

const CARD_FORMS = new Set([
  '4-4-4-4',
  '4-6-5',
  '4-4-4-4-3',
  '4-4-4-1',
  '4-6-4',
  '6-10',
  '6-13',
  '8-8',
  '4-4-4-2',
  '4-4-4-3',
  '4-4-5',
  '4-4-4',
]);

function cardAt(text: string, run: NumberRun, at: number, spans: Span[]): number {
  if (at === 0 && run.plus) return 0;
  let digits = '';
  let form = '';
  for (let i = at; i < run.groups.length && i < at + 5; i++) {
    const group = run.groups[i] ?? '';
    if (i > at && run.separators[i - 1] !== run.separators[at]) break;
    digits += group;
    form += (i > at ? '-' : '') + group.length;
    if (digits.length > 19) break;
    if (digits.length < 13 || !mayEnd(run, i) || (i > at && !CARD_FORMS.has(form))) continue;
    const { start, end } = spanOf(run, at, i);
    const before = contextBefore(text, start);
    // A card that is called one may be mistyped: then the check digit fails.
    const mistyped = form === '4-4-4-4' && hasIssuerRange(digits) && CARD_CONTEXT.test(before);
    if (!isPaymentCard(digits) && !mistyped) continue;
    const stated = CARD_CONTEXT.test(before);
    const grouped = i > at;
    if (!stated && (OTHER_NUMBER_CONTEXT.test(before) || (!grouped && digits.length < 15))) return i - at + 1;
    spans.push({ kind: 'payment-card', start, end, confidence: stated ? 0.97 : grouped ? 0.9 : 0.75 });
    return i - at + 1;
  }
  return 0;
}

function phoneAt(text: string, run: NumberRun, at: number, spans: Span[]): number {
  for (let last = Math.min(run.groups.length, at + 7) - 1; last >= at; last--) {
    if (!mayEnd(run, last)) continue;
    const part: DigitGroups = {
      groups: run.groups.slice(at, last + 1),
      separators: run.separators.slice(at, last),
      plus: run.plus && at === 0,
      parenthesis: run.parenthesis && at === 0,
    };
    const form = phoneConfidence(part);
    if (form === 0 && !hasLoosePhoneShape(part)) continue;
    if (isBookNumber(part)) return last - at + 1;
    const { start, end } = spanOf(run, at, last);
    const before = contextBefore(text, start);
    const stated =
      PHONE_CONTEXT.test(before) ||
      /^\W{0,4}(?:\((?:m|h|w|c|o|mobile|cell|home|work|office)\)|mobile|cell\b)/.test(
        contextAfter(text, end),
      );
    const other = OTHER_NUMBER_CONTEXT.test(before);
    let confidence = form;
    if (form === 0) confidence = stated && !other && last === widest(run, at) ? 0.7 : 0;
    else if (other && form < 0.95) confidence = 0;
    else if (stated) confidence = Math.max(form, 0.9);
    if (confidence < 0.5) continue;
    spans.push({ kind: 'phone', start, end, confidence });
    return last - at + 1;
  }
  return 0;
}

/** The last group that still belongs to the same number when only a word beside it says what it is. */
function widest(run: NumberRun, at: number): number {
  let total = 0;
  let last = at;
  for (let i = at; i < run.groups.length; i++) {
    total += run.groups[i]?.length ?? 0;
    if (total > 15) break;
    if (total >= 7 && mayEnd(run, i)) last = i;
  }
  return last;
}

function isBookNumber(run: DigitGroups): boolean {
  const digits = run.groups.join('');
  return !run.plus && digits.length === 13 && (digits.startsWith('978') || digits.startsWith('979'));
}
