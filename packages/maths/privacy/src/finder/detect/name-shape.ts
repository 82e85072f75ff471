import { BRAND, COMMON, GIVEN, PLACE, SURNAME } from '../lexicon/lookup.ts';
import { HONORIFICS, PARTICLES, SUFFIXES } from '../lexicon/name-cues.ts';
import { charClass, LETTER, OTHER_LETTER } from '../text/char-classes.ts';
import { type Word, wordOf } from '../text/tokens.ts';

/** What a whole value looks like as the name of a person: a sum of these flags; 0 when it cannot be one. */
export const NAME_SINGLE = 1;
export const NAME_FULL = 2;
export const NAME_GIVEN = 4;
export const NAME_SURNAME = 8;
/** At least one word is only known as a common word, place or brand. */
export const NAME_THING = 16;
/** Spelt like names, by the trigram model, or in the dictionaries. */
export const NAME_LIKELY = 32;
export const NAME_TITLE = 64;
export const NAME_COMMA = 128;
export const NAME_INITIAL = 256;
export const NAME_LOWER = 512;
export const NAME_CAPITALS = 1024;

const HAN_SURNAMES = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴佐鈴高田渡伊山中小加吉斎松井木清森池橋石前藤岡後長村近坂遠青西福太三岩原',
);
const HANGUL_SURNAMES = new Set(
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용',
);

function scriptName(text: string): number {
  let han = 0;
  let hangul = 0;
  let kana = 0;
  let other = 0;
  let spaces = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (code >= 0xac00 && code <= 0xd7af) hangul++;
    else if ((code >= 0x3040 && code <= 0x30ff) || code === 0x3005) kana++;
    else if (code === 32 || code === 0x3000 || code === 0xb7 || code === 0x30fb) spaces++;
    else if ((charClass(code) & OTHER_LETTER) !== 0) other++;
    else return 0;
  }
  const first = text.charAt(0);
  if (hangul > 0 && han + kana + other === 0) {
    if (hangul < 2 || hangul > 5) return 0;
    return HANGUL_SURNAMES.has(first) && hangul <= 4 ? NAME_FULL | NAME_SURNAME | NAME_LIKELY : NAME_SINGLE;
  }
  if (han + kana > 0 && other + hangul === 0) {
    const total = han + kana;
    if (total < 2 || total > 8) return 0;
    const known = HAN_SURNAMES.has(first) && total <= 5;
    return (known || spaces === 1 ? NAME_FULL | (known ? NAME_SURNAME | NAME_LIKELY : 0) : NAME_SINGLE) | 0;
  }
  if (other > 0 && han + hangul + kana === 0)
    return spaces >= 1 && spaces <= 4 ? NAME_FULL : spaces === 0 ? NAME_SINGLE : 0;
  return 0;
}

function typical(word: Word): boolean {
  return word.capital || /^(?:de|d|l|o)['’]\p{L}/iu.test(word.text);
}

/** Reads a short value as a person's name: `Given Family`, `Family, Given`, initials, titles, one word alone. */
export function nameShape(value: string): number {
  if (value.length < 2 || value.length > 60) return 0;
  let otherScript = 0;
  let commas = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const kind = charClass(code);
    if (kind === OTHER_LETTER) otherScript++;
    else if ((kind & LETTER) !== 0 || code === 32 || code === 160) continue;
    else if (code === 44) commas++;
    else if (
      code !== 39 &&
      code !== 45 &&
      code !== 46 &&
      code !== 0x2019 &&
      code !== 0x60 &&
      code !== 0x2bb &&
      code !== 0x2018 &&
      code !== 0x30fb &&
      code !== 0x3000 &&
      code !== 0xb7
    ) {
      return 0;
    }
  }
  if (otherScript > 0 && otherScript * 2 > value.length) return scriptName(value);
  if (commas > 2) return 0;
  return latinName(value, commas);
}

function latinName(value: string, commaCount: number): number {
  let commas = commaCount;
  const parts = value
    .replace(/,\s(?:MD|M\.D\.|PhD|RN|DO|DDS|Esq\.?|CPA|MBA|NP|PA|DVM|LCSW|PharmD|JD)\.?$/, '')
    .split(/[\s\u00a0]+/);
  if (value.includes(',') && !parts.some((part) => part.endsWith(','))) commas = 0;
  if (parts.length > 7) return 0;
  let flags = 0;
  let words = 0;
  let initials = 0;
  let lower = 0;
  let capitals = 0;
  let things = 0;
  let likeness = 0;
  let names = 0;
  for (let i = 0; i < parts.length; i++) {
    const raw = parts[i] ?? '';
    const text = raw.replace(/[,.]+$/, '').replace(/^[’'‘ʻ]/, '');
    if (text === '') continue;
    if (raw.endsWith(',') && i < parts.length - 1) flags |= NAME_COMMA;
    if (
      /^(?:\p{L}\.)+\p{L}$/u.test(text) ||
      text.length === 1 ||
      (raw.endsWith('.') && text.length === 2 && /^[A-Z]/.test(text) && !HONORIFICS.has(text.toLowerCase()))
    ) {
      if (/^\p{Ll}/u.test(text) && !PARTICLES.has(text)) return 0;
      initials++;
      continue;
    }
    if (text.includes(',') || text.includes('.')) {
      if (!/^\p{L}\.\p{L}{2,}$/u.test(text)) return 0;
      initials++;
    }
    const word = wordOf(text.replace(/^\p{L}\./u, ''));
    if (i === 0 && parts.length > 1 && HONORIFICS.has(word.folded) && (raw.endsWith('.') || word.capital)) {
      if (raw.endsWith('.') || (word.known & (COMMON | GIVEN | SURNAME)) === 0) {
        flags |= NAME_TITLE;
        continue;
      }
    }
    if (
      words > 0 &&
      SUFFIXES.has(word.folded) &&
      i >= parts.length - 2 &&
      text.length <= 3 &&
      (raw.endsWith('.') || word.allCapitals || text === 'Jr' || text === 'Sr')
    ) {
      // `, RN` and `, MD` say as much as a title before the name.
      if (words > 1 && parts[i - 1]?.endsWith(',') === true) flags |= NAME_TITLE;
      continue;
    }
    if (PARTICLES.has(word.folded) && !word.capital && parts.length > 1) continue;
    words++;
    if (word.allCapitals) capitals++;
    else if (!typical(word)) lower++;
    const name = word.known & (GIVEN | SURNAME);
    const thing = word.known & (COMMON | PLACE | BRAND);
    if ((word.known & GIVEN) !== 0) flags |= NAME_GIVEN;
    if ((word.known & SURNAME) !== 0) flags |= NAME_SURNAME;
    if (name !== 0) names++;
    if (thing !== 0 && name === 0) things++;
    likeness += name !== 0 && thing === 0 ? 0.4 : word.likeness;
  }
  if (words === 0 || words > 5) return 0;
  if (lower > 0 && lower < words) return 0;
  if (lower > 0) flags |= NAME_LOWER;
  if (capitals > 0 && capitals === words) flags |= NAME_CAPITALS;
  if (initials > 0) flags |= NAME_INITIAL;
  if (things > 0) flags |= NAME_THING;
  if (likeness / words > -0.12 || names === words) flags |= NAME_LIKELY;
  if (commas > 0 && (flags & NAME_COMMA) === 0 && words > 1) return 0;
  return flags | (words + (initials > 0 ? 1 : 0) >= 2 ? NAME_FULL : NAME_SINGLE);
}
