import type { Span } from '../kinds.ts';
import { COMMON } from '../lexicon/lookup.ts';
import type { Token } from '../text/tokens.ts';

const set = (text: string) => new Set(text.split(' '));
/** English types that follow the name, after a house number. */
const AFTER = set(
  'street st avenue ave av road rd lane ln drive dr boulevard blvd court ct place pl square sq terrace ter terr way close crescent cres highway hwy parkway pkwy circle cir trail trl row mews gardens gdns walk alley loop plaza pike turnpike esplanade parade quay grove green mount hill rise vale view crossing xing path run ridge bend cove point landing heights gate wharf strand bypass expressway fwy',
);
/** Types that are everyday words too: they need a plain house number and end the address. */
const WEAK_AFTER = set(
  'way place court square row loop point green mount hill rise vale view crossing path run ridge bend cove landing heights gate gardens walk park grove parade close drive st dr pl ct sq strand plaza',
);
/** Types that precede the name; the number follows the name or stands before. */
const BEFORE = set(
  'calle carrer avenida avda av avenue plaza placa paseo carrera cra carretera ronda camino travesia rue bd boulevard blvd place chemin allee impasse quai cours route via viale piazza piazzale corso largo vicolo strada rua travessa praca alameda rodovia estrada ul ulica ulitsa aleja aleje al os osiedle plac prospekt prospect pereulok nabrezhnaya utca bulevardul calea soseaua jalan jl lorong jln rr rruga odos leoforos trg avinguda passeig kalea sharia shari nam duong pho barrio colonia',
);
const WEAK_BEFORE = set(
  'via place route al os cours av place strada nam pho plaza largo avenue corso boulevard estrada camino calle',
);
/** Types that end the name without a space (or follow it), the number after. */
const SUFFIX =
  /.{2,}(?:straße|strasse|strassen|str|weg|gasse|gässli|platz|allee|damm|ufer|chaussee|steig|pfad|markt|hof|gata|gatan|gade|vägen|vagen|vegen|veien|veg|vei|vej|stien|alle|allé|gränd|torget|plass|straat|laan|gracht|plein|kade|dijk|singel|steeg|hof|katu|tie|kuja|polku|tänav|iela|gatve|gata|götu|braut|stígur|uulits)$/;
const FOLLOWING = set(
  'prospekt prospect pereulok bulvar shosse naberezhnaya allé gate utca ut ter korut caddesi cad cd sokak sok sk bulvari mahallesi mah ulice namesti nabrezi trida gatve iela g pr puiestee mnt tanav katu straat laan ring allee weg platz strasse str gasse dong ro gil vagen gatan chome chowk marg nagar rasta ulica cesta gata gade vej vei gate veien',
);
const PARTICLES = set(
  'de la le les du des del della delle dei degli di da do dos das d l y e van der den het ten ter op am an der zum zur im in el los las saint st san santa und et of the bis',
);
const UNIT_WORD = /^(?:no|nr|nro|num|number|n|№|bei|d|dom|house|h)$/i;

function isHouseNumber(text: string): boolean {
  return /^\d{1,5}[a-z]?$/i.test(text);
}

/**
 * Street addresses: a house number, capitalised words and a street type, in the orders of English (`12 High
 * Street`), Romance (`Calle Mayor 12`, `12 rue Haute`) and Germanic, Nordic, Hungarian, Turkish and Baltic
 * writing (`Hauptstraße 12`); and post-office boxes. Works on tokens, each looking at most seven back or ahead.
 */
export function addressSpans(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let reached = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.word.onlyDigits || token.start < reached) continue;
    const found =
      typeAfter(text, tokens, i) ??
      typeBefore(text, tokens, i) ??
      typeSuffix(text, tokens, i) ??
      numberedSuffix(text, tokens, i) ??
      box(text, tokens, i);
    if (found === undefined) continue;
    spans.push({ kind: 'street-address', ...found });
    reached = found.end;
  }
  return spans.concat(statedAddresses(text));
}

const STATED =
  /(?<!\p{L}|[Ee]-?mail |IP |MAC |[Ww]eb )(?:[Aa]nschrift|[Ww]ohnhaft(?: in)?|[Aa]dresse|[Aa]ddress|(?:[Ll]ives|[Ll]iving|[Rr]esid(?:es|ing)|[Ss]tays|[Ss]taying|moved|[Ll]ocated|[Dd]eliver(?:ed|y)?|[Ss]hip(?:ped)?|[Mm]ail(?:ed)?|[Ss]ent?)(?: it| them)? (?:at|to)|(?:vive|vivo|reside|resido|habite|demeurant|demeure|domiciliad[oa]|abita|abito|residente|moro|mora|woon|woont|wohnt|wohne|mieszka|mieszkam|zamieszkał[ya]|bor|bor jag|asuu|asun|lakik|lakom|bydlí|bydlim|locuiește|oturuyor|živi|stanuje|elab|dzīvo|gyvena) (?:en|à|au|a|in|na|op|på|i|przy|osoitteessa|la|em|no|ve|pe|v|u|aadressil|adresu)|(?:[Pp]arcel|[Pp]ackage|[Dd]elivery|[Dd]elivered|[Ll]etter|[Mm]ail|[Cc]ourier|[Tt]axi|[Dd]river|[Pp]ick-?up|[Pp]icked up|[Dd]rop(?:ped)?(?:-| )?off|[Pp]lumber|[Vv]iewing|[Tt]enants?|[Nn]eighbours?|[Hh]ouse|[Hh]ome|[Rr]epairs?|[Vv]isit|[Kk]eys?|[Bb]ins?|[Mm]oving|[Mm]eter)(?: (?:is|was|due|left|it|them|me|us|out|back|reading))? (?:for|to|at|from|of)|[Ss]hipping address|[Bb]illing address|[Hh]ome address|[Bb]úsettur að|zam\.|[Dd]irecci[oó]n|[Dd]omicilio|[Ii]ndirizzo|[Ee]ndereço|[Mm]orada|[Aa]dres(?:a|ă|as|e|i)?|[Aa]dress|[Ll]akcím|[Aa]adress|[Aa]lamat|[Dd]omicile|Địa chỉ|[Oo]soite)(?: is| ist| est| es| è| é| lautet)?\s{0,2}[:：]?\s{1,2}(?!(?:Room|Table|Page|Level|Floor|Gate|Terminal|Building|Phase|Version|Line|Step|Stage|Section|Chapter|Seat|Bay|Bin|Shelf|Rack|Slot|Port|Zone|Ward|Bed|Grade|Class|Group|Team|Runway|Platform|Track|Store|Site|Order|Windows|Raum|Saal|Zimmer)\s)((?:\p{Lu}[\p{L}.'’-]{1,30}\s|(?:de|la|der|den|del|di)\s){1,4}(?:[Nn][°ºor]?\.?\s?)?\d{1,5}[a-z]?(?![\d.]\d)|\d{1,5}[a-z]?,?\s\p{Lu}[\p{L}.'’-]{2,30}(?:\s\p{Lu}[\p{L}.'’-]{1,30}){0,3})/gu;

/** What follows a word that announces an address: capitalised words with a number, whatever the type of street. */
function statedAddresses(text: string): Span[] {
  const spans: Span[] = [];
  STATED.lastIndex = 0;
  for (let match = STATED.exec(text); match !== null; match = STATED.exec(text)) {
    const found = match[1] ?? '';
    const start = match.index + match[0].length - found.length;
    spans.push({ kind: 'street-address', start, end: start + found.length, confidence: 0.75 });
  }
  return spans;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** Tokens are joined when only spaces, commas, full stops or number signs stand between them. */
function joined(text: string, a: Token, b: Token): boolean {
  const gap = b.start - a.end;
  if (gap > 4) return false;
  for (let i = a.end; i < b.start; i++) if (!" ,.'’#º°№-/\u00a0".includes(text.charAt(i))) return false;
  return true;
}

function typeAfter(text: string, tokens: readonly Token[], at: number): Found | undefined {
  const type = tokens[at];
  if (type === undefined || !AFTER.has(type.word.folded)) return undefined;
  if (
    !type.word.capital &&
    /[A-Z]/.test(text.slice(Math.max(0, type.start - 20), type.start)) &&
    WEAK_AFTER.has(type.word.folded)
  )
    return undefined;
  for (let back = 1; back <= 6; back++) {
    const token = tokens[at - back];
    const next = tokens[at - back + 1];
    if (token === undefined || next === undefined || !joined(text, token, next)) return undefined;
    const word = token.word;
    if (back > 1 && isHouseNumber(word.text) && !text.slice(token.end, next.start).includes('.')) {
      const previous = text.charAt(token.start - 1);
      if (previous === '.' || previous === '$' || previous === ':' || previous === '€') return undefined;
      let start = token.start;
      if (previous === '/' || previous === '-') start = Math.max(0, tokens[at - back - 1]?.start ?? start);
      return {
        start,
        end: withUnit(text, tokens, at),
        confidence: WEAK_AFTER.has(type.word.folded) ? 0.75 : 0.9,
      };
    }
    const ordinal = /^\d{1,3}(?:st|nd|rd|th)$/i.test(word.text);
    const lowerAddress = !type.word.capital && (word.known & COMMON) === 0 && word.text.length > 2;
    if (!ordinal && !word.capital && !lowerAddress && !PARTICLES.has(word.folded)) return undefined;
  }
  return undefined;
}

const UNIT = /^(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|no|piso|puerta|bldg)$/i;

function withUnit(text: string, tokens: readonly Token[], at: number): number {
  const type = tokens[at];
  const unit = tokens[at + 1];
  const number = tokens[at + 2];
  if (type === undefined) return 0;
  if (unit !== undefined && number !== undefined && UNIT.test(unit.word.text) && joined(text, type, unit)) {
    if (joined(text, unit, number) && number.word.text.length <= 6) return number.end;
  }
  return type.end;
}

function typeBefore(text: string, tokens: readonly Token[], at: number): Found | undefined {
  const type = tokens[at];
  if (type === undefined) return undefined;
  const folded = type.word.folded;
  const shortCalle = folded === 'c' && text.charAt(type.end) === '/';
  if (!BEFORE.has(folded) && !shortCalle) return undefined;
  const weak = WEAK_BEFORE.has(folded) && !type.word.capital;
  const before = tokens[at - 1];
  const skip = /^(?:bis|ter|quater)$/.test(before?.word.folded ?? '') ? 2 : 1;
  const number = tokens[at - skip];
  const leading =
    number !== undefined &&
    isHouseNumber(number.word.text) &&
    joined(text, number, tokens[at - skip + 1] ?? type);
  let names = 0;
  let last: Token = type;
  for (let ahead = 1; ahead <= 7; ahead++) {
    const token = tokens[at + ahead];
    if (token === undefined || !joined(text, last, token)) break;
    if (leading && names > 0 && (token.word.onlyDigits || text.slice(last.end, token.start).includes(',')))
      break;
    if (names > 0 && isHouseNumber(token.word.text)) {
      const marked =
        /[nº°]/i.test(text.slice(last.start, token.start)) ||
        /^[,.;\n]|^$/.test(text.slice(token.end, token.end + 1));
      return weak && !leading && !(marked && names > 1)
        ? undefined
        : { start: leading ? (number?.start ?? type.start) : type.start, end: token.end, confidence: 0.88 };
    }
    const dated = /^\d{1,2}$/.test(token.word.text);
    if (
      !token.word.capital &&
      !PARTICLES.has(token.word.folded) &&
      !UNIT_WORD.test(token.word.text) &&
      !dated
    ) {
      if (!(leading && names === 0 && ahead <= 2)) break;
    }
    if (token.word.capital || dated) names++;
    last = token;
  }
  return leading && number !== undefined && last !== type && (names > 0 || !WEAK_BEFORE.has(folded))
    ? { start: number.start, end: last.end, confidence: 0.85 }
    : undefined;
}

function typeSuffix(text: string, tokens: readonly Token[], at: number): Found | undefined {
  const type = tokens[at];
  const number = tokens[at + 1];
  if (type === undefined || number === undefined) return undefined;
  let last = number;
  if (UNIT_WORD.test(number.word.text)) last = tokens[at + 2] ?? number;
  if (
    !isHouseNumber(last.word.text) ||
    !joined(text, type, number) ||
    (text.slice(type.end, number.start).includes(',') && last === number)
  ) {
    return undefined;
  }
  const lower = type.word.text.toLowerCase();
  const name = tokens[at - 1];
  const twoWords = FOLLOWING.has(type.word.folded) && name?.word.capital === true && joined(text, name, type);
  const glued =
    type.word.capital &&
    !type.word.allCapitals &&
    lower.length >= 6 &&
    SUFFIX.test(lower) &&
    (type.word.known & COMMON) === 0;
  if (!twoWords && !glued) return undefined;
  const next = text.slice(last.end, last.end + 12);
  if (/^\s?(?:%|km|kg|cm|mm|€|euro|uhr|:\d)/i.test(next)) return undefined;
  return { start: twoWords && name !== undefined ? name.start : type.start, end: last.end, confidence: 0.85 };
}

/** The number before a street that is one word: `7 Tulpenweg`, as English writes foreign addresses. */
function numberedSuffix(text: string, tokens: readonly Token[], at: number): Found | undefined {
  const type = tokens[at];
  const number = tokens[at - 1];
  if (type === undefined || number === undefined || !isHouseNumber(number.word.text)) return undefined;
  const lower = type.word.text.toLowerCase();
  if (!type.word.capital || type.word.allCapitals || lower.length < 6 || !SUFFIX.test(lower))
    return undefined;
  if (
    type.word.english ||
    (type.word.known & COMMON) !== 0 ||
    lower.endsWith('markt') ||
    lower.endsWith('hof')
  )
    return undefined;
  if (text.slice(number.end, type.start) !== ' ' || /[.$€:\d]/.test(text.charAt(number.start - 1)))
    return undefined;
  if (!/^(?:[,.;)\n]|$)/.test(text.slice(type.end, type.end + 1))) return undefined;
  return { start: number.start, end: type.end, confidence: 0.75 };
}

const BOX =
  /^(?:p\.?\s?o\.?\s?box|post office box|postfach|apartado(?: de correos| postal)?|casella postale|caixa postal|boîte postale|b\.?p\.|postbus|skrytka pocztowa|box no\.?|casilla)\s?(?:no\.?\s?)?#?\s?\d[\d ]{0,9}/i;

function box(text: string, tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at];
  if (
    token === undefined ||
    !/^(?:p|po|pobox|post|postfach|apartado|casella|caixa|boîte|boite|bp|b|postbus|skrytka|casilla)$/i.test(
      token.word.text,
    )
  ) {
    return undefined;
  }
  const match = BOX.exec(text.slice(token.start, token.start + 50));
  return match === null
    ? undefined
    : { start: token.start, end: token.start + match[0].trimEnd().length, confidence: 0.9 };
}
