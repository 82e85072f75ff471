import type { Case, Verdict } from './column-case.ts';
import { COLUMN_RULES } from './column-rules.ts';
import { ColumnTally, countOf } from './column-tally.ts';
import { type NameEvidence, nameEvidence } from './header/name-evidence.ts';
import { FINDING_KINDS, type FindingKind } from './kinds.ts';

/** What the finder says about a column. Holds counts and a sentence, never a value. */
export interface ColumnFinding {
  readonly kind: FindingKind;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Values that show the kind, of those scanned. */
  readonly matched: number;
  /** Values that are not missing. */
  readonly scanned: number;
  readonly evidence: 'name' | 'value' | 'both';
  readonly reason: string;
}

/** What may be known of a column beside its name. */
export interface ColumnHints {
  readonly label?: string;
  /** The column's inferred type; `text` makes words inside count as free text, `boolean` rules out everything. */
  readonly logicalType?: string;
}

/** Counts that a column leaves, from which pairs of columns can be judged. */
export interface ColumnSummary {
  readonly name: string;
  readonly scanned: number;
  readonly numeric: number;
  /** Numbers with at least two decimals. */
  readonly fine: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Reads a column's values as they stream by; memory does not grow with their number. */
export interface ColumnScanner {
  add(values: readonly (string | null)[]): void;
  finish(): ColumnFinding[];
  summary(): ColumnSummary;
}

const OTHER_NUMBER =
  /(?:^|[^\p{L}])(?:order|invoice|sku|part|serial|tracking|ref|reference|isbn|issn|imei|ean|upc|gtin|vin|version|build|dimension|dimensions|size|item|product|batch|lot|ticket|case|po|code|catalog|catalogue|barcode|doi|model|artikel|bestellung|bestellnummer|rechnung|rechnungsnummer|rechnungsnr|pedido|factura|commande|facture|timestamp|time|epoch|uuid|guid|hash|license|licence|permit|asset|shipment|room|gate|flight|postingid|transaction|txn|docket|patent|coordinates|ratio|range|score|isin|cusip|sedol|lei|vat|ust|siret|siren|cnpj|duns|abn|drawing|article|style|color|colour|material|component|config|job|work|meter|policy|booking|confirmation)(?:$|[^\p{L}])/iu;

/** Starts reading a column; its name, label and type are evidence too. */
export function createColumnScanner(columnName: string, hints: ColumnHints = {}): ColumnScanner {
  const tally = new ColumnTally();
  const name = nameEvidence(columnName.slice(0, 200), hints.label);
  const words = `${columnName.slice(0, 200)} ${hints.label ?? ''}`
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\d]/g, ' ');
  const subject: Case = { name, tally, otherNumber: OTHER_NUMBER.test(words), words };
  return {
    add(values) {
      if (hints.logicalType === 'boolean') return;
      for (const value of values) tally.add(value);
    },
    finish() {
      if (tally.scanned === 0) return [];
      const text = freeText(subject, hints.logicalType === 'text');
      if (text !== undefined) return [finding(text, tally, name)];
      const verdicts: Verdict[] = [];
      for (const rule of COLUMN_RULES) {
        const verdict = rule(subject);
        if (verdict !== undefined) verdicts.push(verdict);
      }
      return settle(verdicts).map((verdict) => finding(verdict, tally, name));
    },
    summary: () => ({
      name: columnName,
      scanned: tally.scanned,
      numeric: tally.of('decimal') + tally.of('integer'),
      fine: tally.of('decimal-fine'),
      minimum: tally.minimum,
      maximum: tally.maximum,
    }),
  };
}

/** Kinds that one value cannot be at the same time: the later gives way where the earlier was found. */
const GIVES_WAY: readonly (readonly [winner: FindingKind, loser: FindingKind])[] = [
  ['us-ssn', 'phone'],
  ['us-itin', 'phone'],
  ['payment-card', 'phone'],
  ['ip-address', 'phone'],
  ['iban', 'bank-account'],
  ['payment-card', 'bank-account'],
  ['street-address', 'postal-code'],
  ['street-address', 'person-name'],
  ['medical-record-number', 'phone'],
  ['bank-account', 'phone'],
  ['birth-date', 'medical-record-number'],
  ['us-ssn', 'medical-record-number'],
];

function settle(verdicts: readonly Verdict[]): Verdict[] {
  const has = (kind: FindingKind) => verdicts.find((verdict) => verdict.kind === kind);
  return verdicts.filter((verdict) =>
    GIVES_WAY.every(([winner, loser]) => {
      const other = has(winner);
      return (
        loser !== verdict.kind ||
        other === undefined ||
        other.confidence + (other.byName ? 0.2 : 0) < verdict.confidence
      );
    }),
  );
}

/** Columns of sentences: what their texts hold makes the whole column personal. */
function freeText({ name, tally }: Case, typedText: boolean): Verdict | undefined {
  const n = tally.scanned;
  const texts = tally.of('text');
  const wanted = name.text || typedText;
  if (texts === 0 && !wanted) return undefined;
  if (texts < (wanted ? 0.02 : 0.3) * n && !(name.text && tally.touched > 0)) return undefined;
  // A column whose every value is one address or one link is that, however long its values are.
  const addressed =
    name.strength('street-address') === 2 || countOf(tally.inside, 'street-address') >= 0.8 * n;
  if (addressed && !name.text) return undefined;
  for (const kind of FINDING_KINDS) if (countOf(tally.whole, kind) * 2 > n) return undefined;
  if (!wanted && name.strength('person-name') === 2) return undefined;
  let sure = 0;
  for (const kind of FINDING_KINDS) sure = Math.max(sure, countOf(tally.sure, kind));
  const few = Math.max(2, 0.02 * n);
  if (sure === 0 && tally.touched < few) return undefined;
  const matched = tally.touched;
  const confidence = Math.min(0.98, 0.6 + 0.3 * Math.min(1, matched / n) + (sure > 0 ? 0.1 : 0));
  return { kind: 'free-text-personal-data', matched, confidence, byValue: true, byName: false };
}

const WORDS: Readonly<Record<FindingKind, string>> = {
  'person-name': 'read as names of persons',
  email: 'hold an e-mail address',
  phone: 'have the form of a telephone number',
  'street-address': 'read as street addresses',
  'postal-code': 'have the form of a postal code',
  'us-ssn': 'are possible US social security numbers',
  'us-itin': 'are possible US taxpayer numbers (ITIN)',
  'medical-record-number': 'have the form of a record number',
  'payment-card': 'are card numbers with a valid check digit',
  iban: 'hold an IBAN with valid check digits',
  'bank-account': 'have the form of an account number',
  'ip-address': 'are IP addresses',
  url: 'hold a web address',
  'mac-address': 'are MAC addresses',
  'birth-date': 'are dates in the range of births',
  coordinates: 'are geographic positions',
  'free-text-personal-data': 'are texts with personal data inside',
};

function finding(verdict: Verdict, tally: ColumnTally, name: NameEvidence): ColumnFinding {
  const named = verdict.byName || name.strength(verdict.kind) > 0;
  const evidence = named ? (verdict.byValue ? 'both' : 'name') : 'value';
  const matched = Math.min(verdict.matched, tally.scanned);
  const values = `${matched} of ${tally.scanned} values ${WORDS[verdict.kind]}`;
  const reason = named ? `The column's name says so, and ${values}.` : `${values}.`;
  return {
    kind: verdict.kind,
    confidence: Math.round(verdict.confidence * 100) / 100,
    matched,
    scanned: tally.scanned,
    evidence,
    reason,
  };
}
