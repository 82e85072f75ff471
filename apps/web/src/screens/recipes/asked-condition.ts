import { newCondition, type RecipeDraft } from './draft.ts';

export type AskedCondition = { text: string; atLeast: number };

/** The address at which a recipe is opened with a condition to add. */
export function hrefWithCondition(recipe: string, { text, atLeast }: AskedCondition): string {
  return `${recipe}?${new URLSearchParams({ condition: text, atLeast: String(atLeast) })}`;
}

/** The condition that an address asks for; null where it asks for none. */
export function askedCondition(params: Pick<URLSearchParams, 'get'>): AskedCondition | null {
  const text = params.get('condition')?.trim() ?? '';
  if (text === '' || text.length > 4096) return null;
  const atLeast = Number(params.get('atLeast') ?? '1');
  return { text, atLeast: Number.isInteger(atLeast) && atLeast >= 1 ? atLeast : 1 };
}

/** The draft with that condition: a new line, or the one that says the same raised to as many rows. */
export function withCondition(draft: RecipeDraft, asked: AskedCondition | null): RecipeDraft {
  if (asked === null) return draft;
  const { text, atLeast } = asked;
  const same = draft.conditions.find((line) => line.text === text);
  if (same === undefined) {
    return { ...draft, conditions: [...draft.conditions, { ...newCondition(), text, atLeast }] };
  }
  if ((same.atLeast ?? 0) >= atLeast) return draft;
  return {
    ...draft,
    conditions: draft.conditions.map((line) => (line === same ? { ...line, atLeast } : line)),
  };
}
