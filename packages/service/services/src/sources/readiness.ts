import type { Repositories } from '@assay/db';
import { type Actor, type Readiness, readyToSynthesise, type SourceFacts } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { privacyUnitOf, requireSource, type SourceRow, termsOf } from './source-record.ts';

/** What the rules on a source are asked, as the database has it now; of the current version unless told. */
export async function sourceFactsOf(
  t: Repositories,
  source: SourceRow,
  versionId: string | null = source.currentVersionId,
): Promise<SourceFacts> {
  const version = versionId === null ? null : await t.sources.version(versionId);
  const [columns, findings, split] =
    versionId === null
      ? [[], [], null]
      : await Promise.all([
          t.sources.columns(versionId),
          t.sources.findings(versionId),
          t.sources.activeSplit(versionId),
        ]);
  return {
    terms: termsOf(source),
    importedAt: source.createdAt,
    versionReady: version?.status === 'READY',
    rows: Number(version?.rows ?? 0n),
    columns: columns.map((column) => ({
      name: column.name,
      roleConfirmed: column.roleConfirmedAt !== null,
    })),
    openFindings: findings.filter((finding) => finding.status === 'OPEN').length,
    hasSplit: split !== null,
    privacyUnit: privacyUnitOf(source),
  };
}

/** What the one rule on starting a run says; of the current version unless told. */
export async function readinessOf(
  t: Repositories,
  source: SourceRow,
  now: Date,
  versionId: string | null = source.currentVersionId,
): Promise<Readiness> {
  return readyToSynthesise(await sourceFactsOf(t, source, versionId), now);
}

/** Whether a run may start on a source, and what is missing. */
export function getReadiness(deps: Deps, actor: Actor, input: { sourceId: string }): Promise<Readiness> {
  return query(deps, actor, async (t) =>
    readinessOf(t, await requireSource(t, input.sourceId), deps.clock.now()),
  );
}
