import { foldWord } from '../text/fold-word.ts';
import { fullWordOf } from './abbreviations.ts';
import { isHeaderWord } from './vocabulary.ts';

/**
 * Splits a column's name into folded words: at punctuation, between a small and a capital letter (`birthDate`), at the
 * end of an abbreviation (`IPAddress`), between letters and digits, and inside glued words where every piece is known
 * (`custphoneno`). Linear in the name's length but for pieces, which are tried for words of at most 40 letters.
 */
export function tokeniseHeader(name: string): string[] {
  const apart = name
    .replace(/^(\p{Lu}{2,5})(?=address|number|code|adresse|nummer|name|date)/u, '$1 ')
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/e-mail/giu, 'email');
  const tokens: string[] = [];
  for (const part of apart.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    if (part === '') continue;
    const folded = foldWord(part);
    const bare = folded.replace(/\d+$/, '').replace(/^\d+/, '');
    if (isHeaderWord(folded)) tokens.push(folded);
    else if (bare !== '' && isHeaderWord(bare)) tokens.push(bare);
    else if (bare !== '') tokens.push(...begun(bare));
  }
  return tokens;
}

/** Words that end compounds of which the beginning is not known: `hovednavn`, `zweittelefon`. */
const ENDINGS =
  /^(.{3,}?)(name|namen|namn|navn|naam|nimi|nimet|prenom|apellido|apellidos|cognome|nummer|numero|datum|dato|adresse|adress|adres|strasse|straat|telefon|phone|email|mail|konto|person)$/;

/** A long beginning of one known word is that word; else the pieces, else an ending. */
function begun(word: string): string[] {
  const full = word.length >= 6 ? fullWordOf(word) : undefined;
  return full !== undefined ? [full] : (pieces(word) ?? ending(word));
}

function ending(word: string): string[] {
  const parts = ENDINGS.exec(word);
  return parts === null ? [fullWordOf(word) ?? word] : [parts[1] ?? '', parts[2] ?? ''];
}

/** The fewest known words of which a glued word consists (pieces of at least two letters), if there is such a split. */
function pieces(word: string): string[] | undefined {
  if (word.length < 5 || word.length > 40) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start];
      if (before === undefined) continue;
      const piece = word.slice(start, end);
      if (!isHeaderWord(piece)) continue;
      const current = best[end];
      if (current === undefined || before.length + 1 < current.length) best[end] = [...before, piece];
    }
  }
  const found = best[word.length];
  return found !== undefined && found.length <= 4 ? found : undefined;
}
