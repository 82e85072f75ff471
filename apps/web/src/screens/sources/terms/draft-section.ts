import type { TermsDraft } from './terms-draft.ts';

/** What each part of the terms form is given. */
export type DraftSection = {
  draft: TermsDraft;
  change: (part: Partial<TermsDraft>) => void;
  /** What is wrong with a field, in words. */
  errorOf: (fieldId: string) => string | undefined;
};
