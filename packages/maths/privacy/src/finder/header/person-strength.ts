import type { Strength } from './name-evidence.ts';
import { type Concept, conceptsOf } from './vocabulary.ts';

const DOER =
  /^(?!(?:num|ord|serv|contain|param|met|filt|sens|fact|sect|vect|col|wat|pap|lett|cent|quart|rout|print|head|foot|regist|count|tim|trigg|mark|identifi|buff|clust|lay|riv|tow|chapt|newslett|charact|comput|monit|mot|react|indicat|process|oth|membershipnumb|transf|off|tend|gend|wint|summ|calend|deliv|pow|weath|tick|numb|transf|err|floor|do|doo)(?:b)?(?:er|or)$).{3,}(?:[bcdgklmnprstvyz]er|[aei]tor|ctor|ologist|icist|anist|yst|eur|euse|trice|tore|nik)$/;

const PERSON_OF_THING =
  /^(?:username|login|handle|nick|alias|screen|file|host|domain|brand|product|company|business|store|event|team|city|country|street|road|school|hospital|species|common|scientific|display2|bank|card|device|class|category|group|region|state|course|project|app|service|package|process|drug|medication|model|vendor|supplier|org|organization|organisation|employer|airport|station|ship|vessel|film|movie|song|album|book|game|venue|hotel|restaurant|plan|role|job|department|dept|branch|division|unit|building|room|port|plant|animal|breed|pet|dog|cat|horse|metric|test|account|firma|empresa|produkt|producto|produit|prodotto|artikel|ort|stadt|ville|ciudad)$/;

/** How much the words of a column's name say that it holds names of persons. */
export function personStrength(
  has: (c: Concept) => boolean,
  words: readonly string[],
  measure: boolean,
): Strength {
  if (
    has('email') ||
    has('phone') ||
    has('address') ||
    has('ip') ||
    has('url') ||
    has('birth') ||
    has('date') ||
    has('street')
  ) {
    return has('nameword') && has('birth') ? 2 : -1;
  }
  const named = has('nameword');
  // `user_name` holds full names as often as it holds handles: the values decide.
  if (named && words.includes('user') && words.length <= 3) return 0;
  // The name that stands on a card, an account or an envelope is a person's.
  if (
    named &&
    /(?:^| )(?:on|embossed|sur|auf|en) (?:the |la |el |der )?(?:card|account|cc|carte|karte|tarjeta|envelope|badge|passport|ticket)(?: |$)/.test(
      words.join(' '),
    )
  )
    return 2;
  const thing = words.some(
    (word) =>
      PERSON_OF_THING.test(word) || (conceptsOf(word).has('thing') && !conceptsOf(word).has('person')),
  );
  const idLike = words.some((word) =>
    /^(?:id|ids|no|nr|num|nbr|number|code|key|count|cnt|total|hash|uuid|guid|idx|index|type|status|segment|tier|rating|level|class|group|title|age|gender|satisfaction|since|name2)$/.test(
      word,
    ),
  );
  const given = words.some(
    (word) => conceptsOf(word).has('given') && !/^(?:first|given|middle|primer)$/.test(word),
  );
  const family = words.some(
    (word) => conceptsOf(word).has('family') && !/^(?:last|family|familia|famille)$/.test(word),
  );
  if (given || family) return idLike && !named ? -1 : 2;
  if (
    named &&
    words.some((word) =>
      /^(?:first|fst|lst|last|given|family|middle|full|maiden|legal|real|preferred|birth|complete|completo|complet|famille|familia)$/.test(
        word,
      ),
    )
  ) {
    return thing && !has('person') ? -1 : 2;
  }
  if (has('given') && has('nameword')) return 2;
  // English and German put the head last: an account holder and a ship captain are persons.
  const head = words[words.length - 1] ?? '';
  if (words.length > 1 && conceptsOf(head).has('person') && !conceptsOf(head).has('thing') && !idLike)
    return named ? 2 : 1;
  // `contactpersoon_school`: whoever is the contact, for a thing that follows; the values decide.
  if (
    thing &&
    !idLike &&
    !measure &&
    /^(?:kontakt|contact|ansprech|responsab|encargad|referent)/.test(words[0] ?? '')
  )
    return named ? 2 : words[0]?.match(/perso|partner/) ? 1 : 0;
  if (
    thing &&
    !(
      named &&
      has('person') &&
      !words.some((word) => /^(?:file|username|product|company|business)$/.test(word))
    )
  )
    return -1;
  if ((idLike && !(named && has('person') && head === 'title')) || measure) return -1;
  if (named && has('person')) return 2;
  if (has('given') && words.length === 1 && !/^(?:first|given|middle|primer)$/.test(words[0] ?? '')) return 2;
  if (named || has('person') || has('actor')) return 1;
  // `prescriber`, `adjudicator`: an unknown word that ends as words for persons do may be one.
  if (DOER.test(head) && conceptsOf(head).size === 0) return 1;
  if (words.length === 1 && /^(?:first|last|given|middle|surname|family|full)$/.test(words[0] ?? ''))
    return 1;
  return has('place') ? -1 : 0;
}
