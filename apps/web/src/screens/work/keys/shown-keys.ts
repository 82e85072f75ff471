/** A stroke as it is printed on keys: letters large, everything else by its name. */
export function shownKeys(stroke: string): string {
  const parts = stroke.split('+');
  const last = parts.at(-1) ?? '';
  const large = last.toUpperCase();
  // Some letters have no large form of one sign.
  const shown = [...last].length === 1 && [...large].length === 1 ? large : last;
  return [...parts.slice(0, -1), shown].join('+');
}

/** The same in words, for readers. */
export function spokenKeys(stroke: string): string {
  return shownKeys(stroke).replaceAll('Mod', 'Ctrl').split('+').join(' ');
}
