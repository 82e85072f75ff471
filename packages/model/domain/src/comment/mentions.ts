const MENTION = /<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>/g;

/** Somebody who can be mentioned, by the words that stand for them while one writes: unique among all of them. */
export type Mentionable = { userId: string; label: string };

export type CommentPart = { kind: 'text'; text: string } | { kind: 'mention'; userId: string };

/** The people whom a stored text mentions, each once, in the order in which they come. */
export function mentionsOf(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map((match) => match[1] ?? ''))];
}

/** A stored text as plain pieces and mentions, in order; nothing of it is lost. */
export function commentParts(text: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let at = 0;
  for (const match of text.matchAll(MENTION)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push({ kind: 'mention', userId: match[1] ?? '' });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

const WORD = /[\p{L}\p{N}_]/u;

/**
 * What somebody wrote, `@` and the words of a person, as it is stored: by the person's id. The longest words that fit
 * are meant, and only where a word ends with them; in the middle of a word, as in an address of mail, nobody is.
 */
export function storeMentions(written: string, people: readonly Mentionable[]): string {
  const longestFirst = [...people].sort((a, b) => b.label.length - a.label.length);
  let stored = '';
  let at = 0;
  while (at < written.length) {
    const character = written[at] ?? '';
    const inWord = at > 0 && WORD.test(written[at - 1] ?? '');
    const meant =
      character !== '@' || inWord
        ? undefined
        : longestFirst.find(
            ({ label }) =>
              written.startsWith(label, at + 1) && !WORD.test(written[at + 1 + label.length] ?? ''),
          );
    stored += meant === undefined ? character : `<@${meant.userId}>`;
    at += meant === undefined ? 1 : 1 + meant.label.length;
  }
  return stored;
}

/** The other way: a stored text as its author wrote it, with the words of today. Whoever is not known stays an id. */
export function writeMentions(stored: string, people: readonly Mentionable[]): string {
  const labels = new Map(people.map(({ userId, label }) => [userId, label]));
  return stored.replace(MENTION, (whole, userId: string) => {
    const label = labels.get(userId);
    return label === undefined ? whole : `@${label}`;
  });
}

/** What is typed of a person's words before the caret: from an `@` that begins a word; null where nobody is meant. */
export function mentionBeing(text: string, caret: number): { from: number; typed: string } | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || (from > 0 && !/[\s([{"'“‘*_>-]/.test(text[from - 1] ?? ''))) return null;
  const typed = text.slice(from + 1, caret);
  return typed.length > 40 || /[\n@]/.test(typed) || /^\s|\s\S*\s\S*\s/.test(typed) ? null : { from, typed };
}

/** Words for each person, by which they can be told apart: the name, with the address where two have the same. */
export function mentionLabels(
  people: readonly { userId: string; name: string; email: string }[],
): Mentionable[] {
  const bearers = new Map<string, number>();
  for (const { name } of people) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return people.map(({ userId, name, email }) => ({
    userId,
    label: (bearers.get(name) ?? 0) > 1 || name === '' ? `${name} (${email})`.trim() : name,
  }));
}
