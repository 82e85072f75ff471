/** What is kept in versions that never change, by the name of its messages. Their screens are alike. */
export const areas = {
  recipes: { kind: 'recipe', room: 'recipes' },
  guidelines: { kind: 'guideline', room: 'guidelines' },
  labelSchemas: { kind: 'labelSchema', room: 'label-schemas' },
} as const;
export type Area = keyof typeof areas;

/** One of them, as far as it takes to name it and to put it away. */
export type VersionedThing = { id: string; name: string; projectId: string };
