import type { TextEncoding } from '@assay/contracts';
import { decodeSample } from './windows-1252.ts';

export type EncodingGuess = {
  encoding: TextEncoding;
  /** Bytes of the byte-order mark. */
  bom: number;
  /** True when the bytes alone do not decide. */
  uncertain: boolean;
  /** Bytes that are NUL and not half of a UTF-16 unit. */
  nulBytes: number;
};

/** UTF-8 well-formedness of a prefix: an unfinished last character is no error. Returns bad lines of all lines. */
function utf8Damage(head: Uint8Array): { bad: number; withHighBytes: number } {
  let bad = 0;
  let withHighBytes = 0;
  let start = 0;
  while (start < head.length) {
    let end = head.indexOf(10, start);
    const last = end < 0;
    if (last) end = head.length;
    const line = head.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(line, { stream: last });
        withHighBytes++;
      } catch {
        bad++;
        withHighBytes++;
      }
    }
    start = end + 1;
  }
  return { bad, withHighBytes };
}

function utf16WithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  if (pairs < 4) return null;
  let evenNul = 0;
  let oddNul = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) evenNul++;
    if (head[2 * i + 1] === 0) oddNul++;
  }
  if (oddNul > pairs * 0.3 && evenNul < pairs * 0.05) return 'utf-16le';
  if (evenNul > pairs * 0.3 && oddNul < pairs * 0.05) return 'utf-16be';
  return null;
}

/** Share of decoded non-ASCII characters that look at home in the encoding, less what looks out of place. */
function plausibility(head: Uint8Array, encoding: TextEncoding): number {
  const text = decodeSample(head, encoding);
  let good = 0;
  let odd = 0;
  let total = 0;
  let previous = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x80) {
      total++;
      if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) odd += 3;
      else if (encoding === 'shift_jis') {
        if (code >= 0x3040 && code <= 0x30ff) good += 1.5;
        else if (code >= 0x4e00 && code <= 0x9fff) good++;
        else if (code >= 0xff61 && code <= 0xff9f) odd += 0.5;
        else if (code < 0x3000) odd += 0.5;
        else good++;
      } else if (encoding === 'gb18030') {
        if (code >= 0x4e00 && code <= 0x9fff) good += COMMON_HAN.has(character) ? 2 : 0.8;
        else if (code >= 0x3000 && code <= 0x303f) good++;
        else if (code >= 0xff00 && code <= 0xffef) good++;
        else odd++;
      } else if (encoding === 'windows-1251') {
        // Cyrillic text runs in words of Cyrillic letters, mostly small ones.
        if (code >= 0x430 && code <= 0x44f) good += /[\u0400-\u04ff]/.test(previous) ? 1.2 : 0.6;
        else if (code >= 0x410 && code <= 0x42f) good += /[a-z\u0430-\u044f]/.test(previous) ? -0.5 : 0.9;
        else odd += 0.3;
      } else {
        const home = encoding === 'iso-8859-2' ? CENTRAL : WESTERN;
        if (home.has(character)) good += /[A-Za-z]/.test(previous) || /\p{Lu}/u.test(character) ? 1 : 0.5;
        else if (/\p{L}/u.test(character)) odd += 0.6;
        else if (
          !/[\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u00a0\u00a3\u00a7\u00b0\u00b1\u00b2\u00b3\u00b5]/.test(
            character,
          )
        )
          odd += 0.4;
      }
    }
    previous = character;
  }
  return total === 0 ? 0 : (good - odd) / total;
}

const WESTERN = new Set([...'äöüßÄÖÜéèêëáàâãåæçíìîïñóòôõøœúùûýÿÉÈÊÁÀÂÃÅÆÇÍÎÑÓÔÕØŒÚÛ¿¡ºª']);
const CENTRAL = new Set([...'ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽáéíýúöüőűÁÉÍÖÜŐŰđĐşţăâîŞŢĂÂÎľĺŕô']);
const COMMON_HAN = new Set([
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
]);

const LEGACY: readonly TextEncoding[] = [
  'windows-1252',
  'iso-8859-2',
  'windows-1251',
  'shift_jis',
  'gb18030',
];

/** Reads the encoding off a file's first bytes (64 KiB are plenty). */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', bom: 3, uncertain: false, nulBytes: countNul(head) };
  }
  if (head[0] === 0xff && head[1] === 0xfe) {
    return { encoding: 'utf-16le', bom: 2, uncertain: false, nulBytes: 0 };
  }
  if (head[0] === 0xfe && head[1] === 0xff) {
    return { encoding: 'utf-16be', bom: 2, uncertain: false, nulBytes: 0 };
  }
  const wide = utf16WithoutMark(head);
  if (wide !== null) return { encoding: wide, bom: 0, uncertain: false, nulBytes: 0 };
  const nulBytes = countNul(head);
  const damage = utf8Damage(head);
  if (damage.bad === 0) return { encoding: 'utf-8', bom: 0, uncertain: false, nulBytes };
  if (damage.bad * 2 <= damage.withHighBytes)
    return { encoding: 'mixed', bom: 0, uncertain: false, nulBytes };
  const scores = LEGACY.map((encoding) => ({ encoding, score: plausibility(head, encoding) })).sort(
    (a, b) => b.score - a.score,
  );
  const [best, next] = scores as [(typeof scores)[0], (typeof scores)[0]];
  if (best.score <= 0) return { encoding: 'windows-1252', bom: 0, uncertain: true, nulBytes };
  return { encoding: best.encoding, bom: 0, uncertain: best.score - next.score < 0.15, nulBytes };
}

function countNul(head: Uint8Array): number {
  let count = 0;
  for (const byte of head) if (byte === 0) count++;
  return count;
}
