/** A slice as people type it: `column: age, class: rare`. */
export function writeSlice(slice: Readonly<Record<string, string>>): string {
  return Object.entries(slice)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

/** The parts of a typed slice; empty is the whole, null is not a slice. */
export function readSlice(text: string): Record<string, string> | null {
  const slice: Record<string, string> = {};
  if (text.trim() === '') return slice;
  for (const part of text.split(',')) {
    const at = part.indexOf(':');
    const [name, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (at < 0 || name === '' || value === '') return null;
    slice[name] = value;
  }
  return slice;
}
