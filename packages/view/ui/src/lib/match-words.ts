/** Is every word of the query, in any order and letter case, part of one of the texts? An empty query matches all. */
export function matchesWords(query: string, texts: readonly string[]): boolean {
  const all = texts.join('\n').toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
