import type { ExclusionReason, VersionScope } from '@assay/contracts';

/** What people made of a sample. */
export type SampleStanding = {
  /** Somebody's answer stands. */
  answered: boolean;
  /** It has a final label under at least one label schema. */
  labelled: boolean;
  /** More than half of those who answered say so. */
  implausible: boolean;
  artefact: boolean;
  /** By an expert, or with all that a pattern matches. */
  rejected: boolean;
  /** Waits for an expert, or for its author to whom it was sent back. */
  inReview: boolean;
};

/** Why a row is no sample of a version of this scope, the weightiest reason; null when it is one. */
export function exclusionOf(scope: VersionScope, standing: SampleStanding): ExclusionReason | null {
  if (scope === 'all') return null;
  if (standing.rejected) return 'rejected';
  if (scope === 'accepted' && standing.inReview) return 'in-review';
  if (!standing.labelled) return standing.answered ? 'undecided' : 'not-labelled';
  if (scope === 'labelled') return null;
  if (standing.implausible) return 'implausible';
  return standing.artefact ? 'artefact' : null;
}
