import { sourceTerms } from '@assay/contracts';
import { readyToSynthesise } from '@assay/domain';

/** Do the terms alone (licence, consent, retention; not the work on the data) let a run start? By the one rule. */
export function termsAllowSynthesis(terms: unknown, importedAt: Date, now: Date): boolean {
  const parsed = sourceTerms.safeParse(terms);
  if (!parsed.success) return false;
  const { missing } = readyToSynthesise(
    {
      terms: parsed.data,
      importedAt,
      versionReady: true,
      rows: 1,
      columns: [],
      openFindings: 0,
      hasSplit: true,
      privacyUnit: null,
    },
    now,
  );
  return missing.every((item) => item.severity === 'advice' || item.overridden);
}
