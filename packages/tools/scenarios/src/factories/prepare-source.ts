import type { FindingView, PrivacyUnit, SourceTerms, SplitPlan } from '@assay/contracts';
import {
  type Deps,
  decideFinding,
  getSource,
  listColumns,
  listFindings,
  listSplits,
  orderSplit,
  setPrivacyUnit,
  updateColumns,
  updateTerms,
} from '@assay/services';
import { editsOf, type NamedEdit } from './import-csv.ts';
import { runOpenJobs } from './run-open-jobs.ts';
import type { UserActor } from './user-actor.ts';

/** What people decide about a source before anything may be made from it. */
export type Preparation = {
  /** Decides one open finding of personal data; null leaves it open. */
  decide: (finding: FindingView) => { status: 'CONFIRMED' | 'DISMISSED'; note: string } | null;
  /** Dictionary entries to change after the import, such as the favourable outcome of the target. */
  columns?: Readonly<Record<string, NamedEdit>>;
  terms: Omit<SourceTerms, 'override'>;
  unit: PrivacyUnit;
  split: SplitPlan;
};

/**
 * Does what makes a source ready to synthesise: an expert confirms the roles and decides the findings, a manager
 * states the terms and the privacy unit, an engineer splits the rows. What was done already is left as it is.
 */
export async function prepareSource(
  deps: Deps,
  people: { manager: UserActor; expert: UserActor; engineer: UserActor },
  source: { sourceId: string; versionId: string },
  preparation: Preparation,
): Promise<void> {
  const { sourceId, versionId } = source;
  await confirmColumns(deps, people.expert, versionId, preparation.columns ?? {});
  for (const finding of await listFindings(deps, people.expert, { versionId })) {
    const decision = finding.status === 'OPEN' ? preparation.decide(finding) : null;
    if (decision === null) continue;
    await decideFinding(deps, people.expert, {
      findingId: finding.id,
      revision: finding.revision,
      ...decision,
    });
  }
  const before = await getSource(deps, people.manager, { sourceId });
  if (before.terms.licence === null) {
    await updateTerms(deps, people.manager, {
      sourceId,
      revision: before.revision,
      terms: preparation.terms,
    });
  }
  if (before.privacyUnit === null) {
    const { revision } = await getSource(deps, people.manager, { sourceId });
    await setPrivacyUnit(deps, people.manager, { sourceId, revision, unit: preparation.unit });
  }
  await runOpenJobs(deps, people.engineer, versionId);
  if ((await listSplits(deps, people.engineer, { versionId })).length === 0) {
    await orderSplit(deps, people.engineer, { versionId, plan: preparation.split });
    await runOpenJobs(deps, people.engineer, versionId);
  }
}

async function confirmColumns(
  deps: Deps,
  expert: UserActor,
  versionId: string,
  edits: Readonly<Record<string, NamedEdit>>,
): Promise<void> {
  const { columns } = await listColumns(deps, expert, { versionId, search: '', offset: 0, limit: 10_000 });
  const open = columns.filter((column) => !column.roleConfirmed);
  if (open.length === 0) return;
  const changes = new Map(editsOf(columns, edits).map((edit) => [edit.index, edit]));
  await updateColumns(deps, expert, {
    versionId,
    edits: open.map(({ index, revision }) => ({ ...changes.get(index), index, revision, confirmRole: true })),
  });
}
