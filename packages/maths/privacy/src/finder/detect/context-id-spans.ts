import type { Span } from '../kinds.ts';
import { yearOfGroups } from '../rules/date-shape.ts';
import { isDigit } from '../text/char-classes.ts';

const MEDICAL =
  /(?<![\p{L}])(?:mrn|m\.r\.n\.|medical record|med\.? rec\.?|health record|patient record|patient chart|patient file|chart|patient id|patient identifier|patient no|patient number|patient #|patient nr|pt\.? id|pt\.? no|pt #|pat\.? id|pid|hospital no|hosp\.? no|hosp\.? number|ur no|ur number|u\.r\.|mr no|mr number|mr#|nhi|chi number|phn|health card|health number|medicare no|case notes?|unit no|admission no|admission number|clinic no|clinic number|file no|versichertennummer|potilasnumero|potilastunnus|sygehusnummer|nr historii choroby|numer pacjenta|číslo pacienta|törzsszám|protokol no|dosya no|hasta no|n\.? cartella|n° patient|numéro patient|número de paciente|nº de paciente|número do paciente|utente n|numero paziente|id paziente|id paciente|patient-id|patiënt-?nr|hospital number|hospital id|unit number|nhs|uhid|ehr id|emr|patienten-?id|patientennummer|patientennr|patienten-nr|fallnummer|fall-nr|krankenakte|akten-?nr|aktenzeichen|aktennummer|numéro de dossier|n° de dossier|dossier médical|dossier n|dossier patient|ipp|historia clínica|historia clinica|nhc|expediente|n\.º de historia|cartella clinica|prontuário|prontuario|patiëntnummer|patientnummer|dossiernummer|journalnummer|journal nr|nr kartoteki|pasientnummer|pasientnr|pasient-?id|patientnr|patient-?nummer|journal-?nummer|journal-?nr|karta pacjenta|nr karty|číslo karty|chorobopis|rodné číslo pacienta|kórlap|betegazonosító|beteg száma|pacientkods|paciento kodas|haigusloo number|patsiendi number|potilas-?id|sjúkraskrá|rekam medis|no\.? rm|nomor rekam medis|mã bệnh nhân|số hồ sơ|hồ sơ|αρ\. φακέλου|αριθμός ασθενούς|карта пациента|номер карты|№ карты|רשומה רפואית|medisch dossier|dossiernr|patiëntnr|krankenblatt|patientenkartei|karteinummer|病历号|病歴番号|患者番号|患者id|차트번호|история болезни)(?![\p{L}])/giu;
const ACCOUNT =
  /(?<![\p{L}])(?:account|acct|a\/c|acc\.? no|bank account|checking|savings|current account|deposit to|konto|kontonummer|kontonr|kto|bankverbindung|compte|cuenta|cta|conto|c\/c|conta|rekening|rekeningnummer|kontonummer|tilinumero|rachunk\p{L}{0,3}|hesap|bankgiro|plusgiro|clabe|rib|sort code|routing|aba|bsb|口座番号|账号|帳號|계좌번호|счет|счёт|nuban|a\/c no|acc|acct\.|bankszámlaszám|bankszámla|číslo účtu|účet|racun|račun|tili|nr konta|numer konta|n° de compte|nº de cuenta|konto-nr|kontonr\.|arvelduskonto|sąskait\p{L}{0,3}|sort-code|hesap no|beneficiary account|giro)(?![\p{L}])/giu;
/** A record with a number, said to be a patient's behind it. */
const KEPT =
  /\b(?:record|chart|file|notes|folder)s?(?: (?:no|nr|number|id))?\.?[:# ]{1,3}([A-Z]{0,3}-?\d{2,8}(?:[-/]\d{2,8}){0,2})\b[^.\n]{0,24}\bpatient/iu;
const FILLER =
  /^(?:[\s:#.°º=()|"_-]|no\b|nr\b|num\b|number\b|nummer\b|numero\b|número\b|numéro\b|n°|n\.|č\.|is\b|was\b|ist\b|est\b|es\b|é\b|id\b|code\b|the\b|for\b|my\b|checking\b|savings\b|record\b|account\b|file\b|card\b|de\b|ending\b|bancaire\b|corriente\b|corrente\b|bancaria\b|bancária\b|patient\b|mrn\b|nhs\b|record\b|reads\b)/iu;
const NUMBER_WORD = /\b(?:no|nr|num|number|nummer|numero|número|numéro)\b|[#:°º]/i;

/** Medical record and bank account numbers: an identifier with digits just after the words that announce one. */
export function contextIdSpans(text: string): Span[] {
  const spans: Span[] = [];
  // A record's number has four digits at least, an account's six: fewer in the whole text leave nothing to find.
  const digits = countDigits(text, 6);
  if (digits >= 4) scan(text, MEDICAL, 'medical-record-number', spans);
  if (digits >= 6) scan(text, ACCOUNT, 'bank-account', spans);
  const kept = /patient/i.test(text) ? KEPT.exec(text) : null;
  const number = kept?.[1];
  if (kept !== null && number !== undefined && spans.length === 0) {
    const start = kept.index + kept[0].indexOf(number);
    spans.push({ kind: 'medical-record-number', start, end: start + number.length, confidence: 0.7 });
  }
  return spans;
}

/** How many digits a text has, counted up to `enough`. */
function countDigits(text: string, enough: number): number {
  let count = 0;
  for (let i = 0; i < text.length && count < enough; i++) {
    if (isDigit(text.charCodeAt(i))) count++;
  }
  return count;
}

function scan(
  text: string,
  words: RegExp,
  kind: 'medical-record-number' | 'bank-account',
  spans: Span[],
): void {
  words.lastIndex = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const from = match.index + match[0].length;
    let window = text.slice(from, from + 60);
    let at = from;
    let announced = false;
    for (let steps = 0; steps < 12; steps++) {
      const filler = FILLER.exec(window);
      if (filler === null) break;
      announced ||= NUMBER_WORD.test(filler[0]);
      at += filler[0].length;
      window = window.slice(filler[0].length);
    }
    const found =
      kind === 'bank-account'
        ? accountNumber(window)
        : recordNumber(
            window,
            announced || !/^(?:chart|pid|emr)$/i.test(match[0]) || /^\d{6,10}\b/.test(window),
          );
    if (found === undefined) continue;
    spans.push({ kind, start: at, end: at + found.length, confidence: announced ? 0.9 : 0.75 });
  }
}

function recordNumber(window: string, announced: boolean): string | undefined {
  if (!announced) return undefined;
  const match = /^[A-Z0-9]{1,14}(?:[-/ ]?\d[A-Z0-9]{0,11}){0,4}/i.exec(window);
  if (match === null) return undefined;
  const digits = match[0].replace(/\D/g, '').length;
  if (digits < 4 || /^(?:19|20)\d\d$/.test(match[0]) || isDate(match[0])) return undefined;
  if (/^[a-z]{4,}\s/i.test(match[0])) return undefined;
  return match[0];
}

function accountNumber(window: string): string | undefined {
  const match = /^(?:[A-Z]{1,4}[- ]?)?\d{1,12}(?:[- .]\d{1,10}){0,5}/i.exec(window);
  if (match === null) return undefined;
  const digits = match[0].replace(/\D/g, '').length;
  if (digits < 6 || digits > 24) return undefined;
  if (/^(?:19|20)\d\d-\d\d-\d\d/.test(match[0]) || /^\d{1,3}(?:\.\d{2})$/.test(match[0])) return undefined;
  return match[0];
}

function isDate(text: string): boolean {
  const [a, b, c] = text.split(/[/-]/);
  return a !== undefined && b !== undefined && c !== undefined && yearOfGroups(a, b, c) > 0;
}
