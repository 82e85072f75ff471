import { BRAND, COMMON, GIVEN, PLACE } from '../lexicon/lookup.ts';
import { FUNCTION_WORDS, HUMAN_DID, HUMAN_VERB, OWNED } from '../lexicon/name-cues.ts';
import type { Token, Word } from '../text/tokens.ts';
import { NAME_LEAN } from './name-lean.ts';

const THING = COMMON | PLACE | BRAND;
const VOCATIVE =
  /^,? (?:can|could|please|pls|plz|will|would|do|did|are|have|thanks|thank|just|i|we|you|when|what|how|the meeting|your|here|as)(?!\p{L})/u;
/** Auxiliaries and adverbs that stand between a person and a verb, in languages in which bare nouns are rare. */
const FINITE =
  /^ (?:is|was|has|had|does|did|will|would|can|could|may|might|must|should|never|still|already|always|also|just|then|isn't|wasn't|hasn't|hadn't|didn't|doesn't|won't|can't|couldn't|ist|hat|war|wird|kommt|kann|muss|wurde|möchte|bittet|geht|arbeitet|braucht|est|a|sera|vient|était|doit|veut|peut|n['’](?:a|est)|es|está|ha|fue|llegó|tiene|quiere|pide|no|não|foi|é|tem|vai|quer|pediu|faltou|è|era|vuole|heeft|komt|wordt|moet|wil|belt|gaat|jest|był|była|ma|nie|prosi|będzie|je|nije|ni|není|är|har|kommer|er|på|på|ble|blev|on|ei|oli|tulee|soitti|ile|için|bugün|dün|geldi|gitti|aradı|nem|van|ir|nav|yra|nėra|buvo|mætti|hringdi|kom)(?!\p{L})/u;
const VERB_FORM =
  /^ (\p{Ll}{2,}(?:ed|s)|got|won|said|came|went|left|made|took|gave|kept|broke|lost|met|ran|sent|sat|saw|spoke|paid|put|read|rang|sold|told|wrote|began|bought|brought|drove|fell|felt|found|flew|grew|held|hurt|knew|led|let|slept|stood|swam|taught|thought|threw|wore|forgot|chose|hid|rode|shook|spent|stole|swore|and|or|who|whose) /u;
/** Past forms of Slavic, Romance, Turkish and Nordic verbs, right behind. */
const PAST_ABROAD =
  /^ \p{Ll}{2,}(?:ał|ała|ił|iła|ył|yła|ął|ęła|ao|io|ió|ou|eu|iu|dı|di|du|dü|tı|ti|tu|tü|yor|ade|aði|ði|lo|la|al|il|jo|ja|nut)(?!\p{L})/u;
/** Words of German and its like, in which nouns have capitals. */
const NOUNS_CAPITAL =
  /(?:^|\s)(?:der|die|das|und|ist|mit|von|für|nicht|ein|eine|den|dem|zu|auf|im|bei|wird|sind|wir|sie|ich|nach|zum|zur|aus|wegen|bis|beim|vom|keine?|bitte|haben|wurde|hat|lässt|laut|an)\s/iu;
const NOUN_LEAD = /(?:^|\s)(?:mit|von|laut|bei|dass|ob|wenn|weil) $/iu;
const NOUN_ENDING =
  /(?:ung|heit|keit|schaft|tion|tat|ungen|nis|chen|ieren|zeit|stelle|weise|schein|zug|haus|platz|raum)$/;
const DESCRIBED =
  /(?:^|[^\p{L}])(?:the|a|an|this|that|some|any|each|every|new|old|fresh|no|und|ein|eine|der|die|das|le|la|el|il|un|une|una|um|uma|o)\s(?:very )?\p{Ll}+\s$/u;
const PLACED =
  /(?:^|\s)(?:in|at|near|to|from|into|of|off|around|via|on|over|by|across|towards?|through|before|after|during|since|until|en|à|em|nach|bis|do|na|w|till|i|against|like|than|is|as) $/u;
/** What a place, work or ship is called by, before its own name. */
const GEOGRAPHIC =
  /^(?:lake|mount|mt|river|cape|port|fort|isle|island|loch|ben|glen|bay|gulf|strait|valley|hotel|cafe|villa|camp|castle|st|saint|san|santa|new|old|upper|lower|north|south|east|west|greater|little|great|the|der|die|das|de|het|el|la|le|los|las|il|lo|o|os|um|uma|un|una|ein|eine|een|radio|club|team|brand|model|type|version|typ|modell|stadt|rio|monte|via|rue)$/;
const ADDRESSED =
  /(?:^|\s)(?:you|u|again|much|morning|evening|night|day|birthday|bday|appreciated|done|luck|welcome|on|it|this|that|one|job|sorry|please|ok|okay|yes|no|well)[,!]? $/u;

/** What a lone word in no dictionary is worth as a name, by what stands around it and by its spelling. */
export function loneConfidence(
  text: string,
  tokens: readonly Token[],
  at: number,
  opens: boolean,
  before: string,
  after: string,
): number {
  const token = tokens[at];
  if (token === undefined) return 0;
  const { word } = token;
  const likely = NAME_LEAN + ((word.known & GIVEN) !== 0 ? Math.max(0.4, word.likeness) : word.likeness);
  const owner = /['’]s$/iu.test(word.text);
  const folded = owner ? word.folded.replace(/s$/, '') : word.folded;
  if (
    (word.known & THING) !== 0 ||
    word.allCapitals ||
    (word.english && !strange(word, opens)) ||
    folded.length < 3
  )
    return 0;
  if (FUNCTION_WORDS.has(folded) || !/[aeiouyw]/.test(folded)) return 0;
  const listed = inList(text, tokens, at);
  if (listed > -0.05) return 0.55;
  if (owner) return OWNED.test(after) || likely > 0 ? (likely > -0.35 ? 0.55 : 0) : 0;
  if (HUMAN_VERB.test(after) && likely > -0.5) return 0.55;
  if (opens) {
    if (VOCATIVE.test(after)) return likely > -0.35 ? 0.5 : 0;
    if (/^: \p{Ll}/u.test(after)) return likely > 0 ? 0.5 : 0;
    if (HUMAN_DID.test(after)) return likely > -0.35 ? 0.5 : 0;
    if (/^ (?:\+\d|0\d\d)/.test(after)) return likely > 0 ? 0.5 : 0;
    if (PAST_ABROAD.test(after)) return likely > 0 ? 0.5 : 0;
    if (FINITE.test(after) || VERB_FORM.test(after)) return likely > -0.12 ? 0.5 : 0;
    return /^ \p{Ll}/u.test(after) && likely > 0.35 ? 0.5 : 0;
  }
  const previous = tokens[at - 1];
  if (previous === undefined) return 0;
  const gap = text.slice(previous.end, token.start);
  if (gap !== ' ' && gap !== ', ') return 0;
  if (gap === ', ' && likely > 0 && (HUMAN_DID.test(after) || /^ not (?:at|home|in|here)/.test(after)))
    return 0.5;
  if (gap === ', ')
    return ADDRESSED.test(before) && likely > -0.3 && /^\s?(?:$|[!.?,])/.test(after) ? 0.5 : 0;
  if (NOUNS_CAPITAL.test(text.slice(0, 400)))
    return NOUN_LEAD.test(before) && likely > 0.2 && !NOUN_ENDING.test(folded) ? 0.5 : 0;
  if (DESCRIBED.test(before)) return likely > 0.3 ? 0.5 : 0;
  if (/^ \d/.test(after)) return 0;
  if (previous.word.digits) return /^[,.]|^$/.test(after) && likely > 0.35 ? 0.5 : 0;
  if (GEOGRAPHIC.test(previous.word.folded)) return 0;
  if (previous.word.capital)
    return likely > -0.05 && (previous.word.english || (previous.word.known & COMMON) !== 0) ? 0.5 : 0;
  if (PLACED.test(before)) return likely > 0 ? 0.5 : 0;
  return likely > -0.35 ? 0.5 : 0;
}

/** English only to the filter, which one other word in fifty passes by chance: it is spelt like a name. */
function strange(word: Word, opens: boolean): boolean {
  if (word.folded.endsWith('s')) return false;
  return opens ? word.likeness > 0.5 && word.folded.length > 5 : word.likeness > NAME_LEAN / 3;
}

/** The mean likeness of the words of a list of lone capitalised words (`Rokas, Austėja and Ilze`), or -1. */
function inList(text: string, tokens: readonly Token[], at: number): number {
  let sum = 0;
  let count = 0;
  for (const step of [1, -1]) {
    for (let i = at + (step < 0 ? -1 : 0); i >= 0 && i < tokens.length && Math.abs(i - at) < 8; i += step) {
      const token = tokens[i];
      if (token === undefined) break;
      if (i !== at) {
        const [a, b] = step > 0 ? [tokens[i - 1], token] : [token, tokens[i + 1]];
        const gap = text.slice(a?.end ?? 0, b?.start ?? 0);
        const joins = /^(?:and|und|et|y|e|en|och|og|i|ve|ja|ir|un|&)$/.test(token.word.text);
        if (joins && gap === ' ') continue;
        const joined = /^(?:and|und|et|y|e|en|och|og|i|ve|ja|ir|un|&)$/.test(
          (step > 0 ? a : b)?.word.text ?? '',
        );
        if (!(gap === ', ' || gap === ' & ' || (joined && gap === ' '))) break;
      }
      const { word } = token;
      if (!word.capital || word.english || (word.known & THING) !== 0 || word.digits || word.allCapitals) {
        if (i === at) return -1;
        return count >= 3 ? sum / count : -1;
      }
      sum += word.known !== 0 ? 0.5 : word.likeness;
      count++;
    }
  }
  return count >= 2 ? sum / count : -1;
}
