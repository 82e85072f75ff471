import { hasPhrase, nameWords } from './name-words.ts';

/** What a dictionary entry is suggested from, besides the column's name. */
export type DictionaryFacts = {
  readonly frequent: readonly { readonly value: string }[];
  readonly numeric: boolean;
  readonly numericMin: number | null;
  readonly numericMax: number | null;
};

export type DictionarySuggestion = {
  readonly label: string;
  readonly unit: string | null;
  readonly meaning: string | null;
};

/** Written in capitals in a label. */
const ACRONYMS = new Set([
  'id',
  'ssn',
  'zip',
  'dob',
  'url',
  'ip',
  'bmi',
  'hiv',
  'gdp',
  'usd',
  'eur',
  'gbp',
  'mrn',
  'uuid',
  'icd',
  'us',
  'uk',
  'faa',
  'ias',
]);

const UNITS: readonly (readonly [string, readonly string[]])[] = [
  ['kg', ['kg', 'kilogram', 'kilograms', 'kgs']],
  ['g', ['gram', 'grams', 'mass g', 'weight g']],
  ['lb', ['lb', 'lbs', 'pound', 'pounds']],
  ['cm', ['cm', 'centimetre', 'centimeter', 'centimetres', 'centimeters']],
  ['mm', ['mm', 'millimetre', 'millimeter', 'millimetres', 'millimeters']],
  ['km/h', ['kmh', 'kph', 'km h']],
  ['km', ['km', 'kilometre', 'kilometer', 'kilometres', 'kilometers']],
  ['mph', ['mph', 'miles per hour']],
  ['mpg', ['mpg', 'miles per gallon']],
  ['mi', ['miles', 'mile']],
  ['ft', ['ft', 'feet', 'foot']],
  ['in', ['inch', 'inches']],
  ['kn', ['knots', 'kts', 'ias']],
  ['%', ['pct', 'perc', 'percent', 'percentage', '%']],
  ['USD', ['usd', 'dollars', 'dollar', '$']],
  ['EUR', ['eur', 'euro', 'euros', '€']],
  ['GBP', ['gbp', '£']],
  ['°C', ['celsius', 'deg c', 'degc']],
  ['°F', ['fahrenheit', 'deg f', 'degf']],
  ['mmHg', ['mmhg', 'systolic', 'diastolic', 'blood pressure']],
  ['bpm', ['bpm', 'heart rate', 'pulse']],
  ['mg/dL', ['mg dl', 'mgdl']],
  ['kg/m²', ['bmi', 'body mass index']],
  ['ms', ['ms', 'msec', 'milliseconds', 'millis']],
  ['s', ['sec', 'secs', 'seconds']],
  ['min', ['minutes', 'mins']],
  ['h', ['hours', 'hrs']],
  ['hours per week', ['hours per week', 'weekly hours']],
  ['days', ['days']],
  ['weeks', ['weeks']],
  ['months', ['months']],
  ['years', ['years', 'yrs', 'age', 'tenure', 'experience']],
];

const MEANINGS: readonly (readonly [string, readonly string[]])[] = [
  ['Age of the person.', ['age']],
  ['Sex or gender of the person.', ['sex', 'gender']],
  ['Race or ethnicity of the person.', ['race', 'ethnicity', 'ethnic group']],
  ['Date of birth.', ['dob', 'birth date', 'birthdate', 'date of birth', 'birthday']],
  ['Postal code of an address.', ['zip', 'zipcode', 'zip code', 'postal code', 'postcode', 'plz']],
  ['Income over a period; state which.', ['income']],
  ['Pay per unit of time; state which.', ['wage', 'wages', 'salary', 'hourly rate']],
  ['Highest level of education, or years of it.', ['education']],
  ['Kind of work.', ['occupation', 'job', 'job title', 'profession']],
  ['Marital status of the person.', ['marital status', 'married', 'marr']],
  ['Number of the record; has no meaning of its own.', ['id', 'uuid', 'record id', 'row id']],
  ['Geographic latitude in degrees.', ['lat', 'latitude']],
  ['Geographic longitude in degrees.', ['lon', 'lng', 'longitude']],
  ['Speed at the time of the event.', ['speed']],
  ['Cost of the event.', ['cost', 'costs']],
  ['When the record was made.', ['created at', 'created', 'timestamp']],
];

/**
 * A first dictionary entry from a column's name and values, for a person to correct: a readable label, a unit where
 * the name states one (or a percent sign does in every frequent value), a meaning where the name is common.
 */
export function suggestDictionary(name: string, facts: DictionaryFacts): DictionarySuggestion {
  const words = nameWords(name);
  const longest = (entries: readonly (readonly [string, readonly string[]])[]): string | null => {
    let best: { value: string; words: number } | null = null;
    for (const [value, phrases] of entries) {
      for (const phrase of phrases) {
        const length = phrase.split(' ').length;
        if (hasPhrase(words, [phrase]) && length > (best?.words ?? 0)) best = { value, words: length };
      }
    }
    return best?.value ?? null;
  };
  const percents = facts.frequent.length > 0 && facts.frequent.every(({ value }) => value.endsWith('%'));
  const impossibleAge =
    hasPhrase(words, ['age']) &&
    facts.numericMax !== null &&
    (facts.numericMax > 130 || (facts.numericMin ?? 0) < 0);
  const unit = facts.numeric && !impossibleAge ? longest(UNITS) : percents ? '%' : null;
  return { label: labelOf(name, words), unit, meaning: longest(MEANINGS) };
}

function labelOf(name: string, words: readonly string[]): string {
  const label = words.map((word) => (ACRONYMS.has(word) ? word.toUpperCase() : word)).join(' ');
  if (label === '') return name;
  return label.charAt(0).toUpperCase() + label.slice(1);
}
