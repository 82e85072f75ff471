import type { FindingKind } from '../kinds.ts';
import { personStrength } from './person-strength.ts';
import { tokeniseHeader } from './tokenise-header.ts';
import { type Concept, conceptsOf, SCRIPT_HEADERS } from './vocabulary.ts';

/** 2: the name says so. 1: it may. 0: it does not say. -1: it says otherwise. */
export type Strength = -1 | 0 | 1 | 2;

export interface NameEvidence {
  readonly strength: (kind: FindingKind) => Strength;
  /** The name speaks of latitude, longitude or both. */
  readonly axis: 'latitude' | 'longitude' | 'x' | 'y' | undefined;
  /** The name without the words of the axis: two columns with the same stem belong together. */
  readonly stem: string;
  /** The name tells nothing: `col_7`, `field`, `x1`. */
  readonly blank: boolean;
  /** No word of the name is known: it may be of any language. */
  readonly mute: boolean;
  /** The words are notes, comments, messages. */
  readonly text: boolean;
}

function evidenceOf(name: string): {
  strengths: Map<FindingKind, Strength>;
  words: readonly string[];
  has: (c: Concept) => boolean;
} {
  const words = tokeniseHeader(name);
  const found = new Map<Concept, number>();
  for (const word of words)
    for (const concept of conceptsOf(word)) found.set(concept, (found.get(concept) ?? 0) + 1);
  for (const [form, concept] of SCRIPT_HEADERS) {
    if (form.test(name.normalize('NFC')) || form.test(name.normalize('NFD').replace(/\p{M}+/gu, '')))
      found.set(concept, 1);
    if (concept === 'given' && found.has('given') && form.test(name.normalize('NFC')))
      found.set('nameword', 1);
  }
  const has = (concept: Concept) => found.has(concept);
  return { strengths: judge(has, words), words, has };
}

function judge(has: (c: Concept) => boolean, words: readonly string[]): Map<FindingKind, Strength> {
  const out = new Map<FindingKind, Strength>();
  const lone = words.length === 1;
  const measure = has('measure');
  const only = (...plain: Concept[]) =>
    words.every((word) => {
      const of = conceptsOf(word);
      return of.size === 0 ? false : [...of].some((concept) => plain.includes(concept));
    });
  out.set('email', has('email') && !(has('address') && words.includes('mailing')) ? 2 : 0);
  const contactNumber =
    words.some((word) => /^(?:contact|contacto|kontakt|callback)$/.test(word)) &&
    has('number') &&
    !words.includes('id');
  out.set('phone', has('phone') || contactNumber ? 2 : 0);
  const otherAddress =
    has('email') ||
    has('ip') ||
    has('mac') ||
    has('url') ||
    has('place') ||
    measure ||
    has('hardware') ||
    has('phone') ||
    has('postal');
  if (has('address') && !otherAddress)
    out.set(
      'street-address',
      words.some((word) => ['id', 'type', 'key', 'count', 'code'].includes(word)) ? -1 : 2,
    );
  else if (has('street') && !otherAddress)
    out.set('street-address', words.includes('via') || words.includes('gate') ? 1 : 2);
  else if (otherAddress) out.set('street-address', -1);
  if (has('postal') && !(lone && words[0] === 'post')) out.set('postal-code', 2);
  else if (
    has('postal-weak') &&
    only('postal-weak', 'number', 'filler', 'address', 'place', 'person', 'street')
  )
    out.set(
      'postal-code',
      words.length > 1 && has('number') && words.some((word) => /^post/.test(word)) ? 2 : 1,
    );
  if (has('ssn') || (words.includes('social') && (words.includes('security') || words.includes('sec'))))
    out.set('us-ssn', 2);
  if (has('itin') || (words.includes('tax') && (has('number') || words.includes('payer')))) {
    out.set('us-itin', 2);
    if (!out.has('us-ssn')) out.set('us-ssn', 1);
  }
  const said = (form: RegExp) => words.some((word) => form.test(word));
  if (
    said(/^(?:post|poczt|posta|pasto|zip)/) &&
    said(/^(?:kod|code|cod|cd|nr|no|num|nummer|indeks|zip)/) &&
    !said(/^(?:archive|file|size|kb|mb|service|count|status|id)$/)
  )
    out.set('postal-code', 2);
  if (out.get('postal-code') === 2 && said(/^(?:archive|file|size|kb|mb|service|count)$/))
    out.delete('postal-code');
  if (
    !out.has('postal-code') &&
    /^(?:cp|pc|plz|psc|cap)$/.test(words[0] ?? '') &&
    words.length === 2 &&
    !measure
  )
    out.set('postal-code', 1);
  if (!out.has('postal-code') && words[0] === 'p' && words[1] === 'code') out.set('postal-code', 1);
  const carer = said(
    /^(?:pid$|clini|patien|pacien|pacjen|pacijen|pazien|medic|med$|sanit|hosp|hospi|krank|chorob|potil|health|paciente|hasta)/,
  );
  if (has('medical-number')) out.set('medical-record-number', 2);
  else if (
    carer &&
    !measure &&
    said(
      /^(?:histor|dossier|kart|cartell|expedient|akte|journal|chart|file|record|fil|nr|no|num|numer|id|pid|mrn|ident)/,
    )
  )
    out.set('medical-record-number', 2);
  else if (
    has('patient') &&
    (words.includes('record') || words.includes('chart') || words.includes('file') || has('number')) &&
    !measure
  ) {
    out.set(
      'medical-record-number',
      has('number') || words.includes('record') || words.includes('chart') ? 2 : 1,
    );
  }
  if (has('card'))
    out.set(
      'payment-card',
      words.includes('pan') || words.includes('cc') || words.includes('credit') || has('number') || lone
        ? 2
        : 1,
    );
  if (has('iban')) out.set('iban', 2);
  if (
    (has('account') &&
      (has('bank') ||
        (has('number') && !words.includes('id') && !words.includes('key') && !words.includes('code')) ||
        words.some((word) => /n(?:o|r|um|ummer|umber)$|^cbu$|^tilinumero$/.test(word)))) ||
    /(?:^| )a c(?: |$)/.test(words.join(' ')) ||
    words.some((word) =>
      /^(?:clabe|cbu|rib|bban|bankaccount|bankacct|bankkonto|rekeningnummer|rekeningnr|kontonummer|kontonr|iban)$/.test(
        word,
      ),
    )
  ) {
    out.set('bank-account', 2);
  } else if (has('account') || (has('bank') && has('number'))) out.set('bank-account', 1);
  if (
    words.some((word) =>
      /^(?:gl|ledger|user|customer|chart|service|github|login|type|name|status|manager|holder|owner|age|balance)$/.test(
        word,
      ),
    ) &&
    out.has('bank-account')
  ) {
    out.set('bank-account', has('bank') && has('number') ? 2 : -1);
  }
  out.set(
    'ip-address',
    has('ip')
      ? 2
      : words.some((word) =>
            /^(?:version|semver|ver|release|build|firmware|section|clause|oid|chapter|rev|revision|outline|numbering|driver|kernel|software|fw|sw)$/.test(
              word,
            ),
          )
        ? -1
        : words.some((word) =>
              /^(?:host|server|address|addr|client|remote|node|gateway|dns|source|src|dst|destination|peer|endpoint)$/.test(
                word,
              ),
            )
          ? 1
          : 0,
  );
  out.set('url', has('url') ? 2 : 0);
  out.set('mac-address', has('mac') ? 2 : has('hardware') ? 1 : 0);
  const dotted =
    /^(?:d o b(?: .*)?|do b(?: .*)?|dob|b (?:date|day|dt|d)|(?:f|fec|fecha|data|dat|dt|d|date|datum|dato) (?:de )?(?:n|na|nac|nasc|nais|nar|naroz|narodz|ur|urodz|geb|f|fodt|fodd|rod|roj|dzim|gim|dog|szul|synt)|(?:geb|ur|nar|szul|synt|fodt|fodd|dog|nac|nasc|nais) (?:d|dt|dat|data|date|datum|dato|tag|tarih|tarihi|ido|idopont|aika|pvm|fecha|dag)|ddn|dtn|dnasc|dnac|dn|fdn|gebdat|gebdatum|synt|syntaika|syntpvm)$/.test(
      words.join(' '),
    );
  const birthOther =
    has('place') || (measure && !words.includes('age')) || has('family') || has('nameword') || has('given');
  out.set(
    'birth-date',
    (has('birth') || dotted) && !birthOther ? (words.includes('nac') && words.length === 1 ? 1 : 2) : 0,
  );
  if (has('coordinates'))
    out.set('coordinates', words.some((word) => /^(?:location|position|point|geo)$/.test(word)) ? 1 : 2);
  out.set('person-name', personStrength(has, words, measure));
  return out;
}

/** Words of dates that are not of birth, in names without any word that is known. */
const DATED =
  /^(?:.*(?:datum|dato|fecha|tarih|kuupaev|datums|paiva|ed|at|on|since|until|start|end|expir\w*|begin\w*|effective|deadline|modified|found\w*|releas\w*|publish\w*|built|issued?|signed|hired?|joined|opened|closed|launch\w*|premiere\w*|estab\w*|incorp\w*|commission\w*|listed|sold|death|died|dod|deceased|wedding|marriage|graduat\w*))$/;

/** What a column's name (and its label, which may only add) says about the kinds. */
export function nameEvidence(columnName: string, label?: string): NameEvidence {
  const sources = [evidenceOf(columnName)];
  if (label !== undefined && label.trim() !== '') sources.push(evidenceOf(label.slice(0, 120)));
  const says = (concept: Concept) => sources.some((source) => source.has(concept));
  const strength = (kind: FindingKind): Strength => {
    let best: Strength = 0;
    for (const source of sources) {
      const one = source.strengths.get(kind) ?? 0;
      if (one > best || (best === 0 && one < 0)) best = one;
    }
    return best;
  };
  const words = sources[0]?.words ?? [];
  const axis =
    (says('latitude') && says('longitude')) || says('error')
      ? undefined
      : says('latitude')
        ? 'latitude'
        : says('longitude')
          ? 'longitude'
          : says('x')
            ? 'x'
            : says('y')
              ? 'y'
              : undefined;
  const axisWords: readonly Concept[] = ['latitude', 'longitude', 'x', 'y'];
  const plain = sources.every((source) =>
    source.words.every((word) =>
      conceptsOf(word).size === 0
        ? word.length <= 2 ||
          /^(?:unnamed|untitled|attr|attribute|feature|column|data|value|values|info|misc|entry|item)$/.test(
            word,
          )
        : [...conceptsOf(word)].every((c) => c === 'filler' || c === 'number'),
    ),
  );
  return {
    strength,
    axis,
    stem: words.filter((word) => ![...conceptsOf(word)].some((c) => axisWords.includes(c))).join('_'),
    blank: plain && !sources.some((source) => source.words.some((word) => conceptsOf(word).has('date'))),
    mute:
      plain ||
      sources.every((source) =>
        source.words.every((word) => conceptsOf(word).size === 0 && !DATED.test(word)),
      ),
    text: says('text'),
  };
}
