const PAIRS =
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї i є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz ' +
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y';

const LATIN = new Map<string, string>();
const parts = PAIRS.split(' ');
for (let i = 0; i + 1 < parts.length; i += 2)
  LATIN.set(parts[i] ?? '', (parts[i + 1] ?? '').replace('-', ''));

/** Writes lower-case Cyrillic and Greek in Latin letters (a reading aid for lookup, not a standard); the rest stays. */
export function transliterate(lower: string): string {
  if (!/[\u0370-\u04ff]/.test(lower)) return lower;
  let latin = '';
  for (const letter of lower) latin += LATIN.get(letter) ?? letter;
  return latin;
}
