/** Joins class names, leaving out what is absent. */
export function cn(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((p) => typeof p === 'string' && p !== '').join(' ');
}
