import { AssayError, type PolicyRef, type ReleaseSubjects } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { resolvePolicy, standardPolicy } from '../policies/policy-record.ts';
import { comparedAs } from '../reports/compared-as.ts';
import { questionOf, targetOf } from '../reports/order-report.ts';
import { asJson } from '../sources/source-record.ts';
import { requireManifest, requireVersion } from '../versions/version-record.ts';
import { type ReleaseGroup, releaseGroups } from './release-groups.ts';
import { originsOf, requireTerms } from './release-terms.ts';

/** Asks for the release of a version. Its final validation is ordered, which reads the test rows of its sources. */
export function requestRelease(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; title: string; notes: string; policyRef?: PolicyRef | undefined },
): Promise<{ releaseId: string; number: number; jobId: string }> {
  const requestedBy = requirePerson(actor);
  const releaseId = deps.ids.next();
  return command(deps, actor, async (context) => {
    const { t, record, order } = context;
    const version = await requireVersion(t, input.versionId);
    const manifest = requireManifest(version);
    const { projectId } = version;
    // Numbers of a project are given one after the other.
    await t.versions.holdProject(projectId);
    const other = await t.releases.undecidedOf(version.id);
    if (other !== null) {
      throw new AssayError('conflict', `Release ${other.number} of this version waits for a decision.`, {
        kept: 'No other release was asked for, and no test rows were read.',
        next: 'Decide that one, or withdraw it.',
      });
    }
    const { groups } = await releaseGroups(t, manifest);
    await requireTerms(t, originsOf(manifest), deps.clock.now());
    const policyRef = input.policyRef ?? (await standardPolicy(t, projectId));
    const { document: policy } = await resolvePolicy(t, projectId, policyRef);
    const release = await t.releases.create({
      id: releaseId,
      projectId,
      versionId: version.id,
      title: input.title,
      notes: input.notes,
      policyRef,
      policy: asJson(policy),
      requestedBy,
    });
    const reportIds: string[] = [];
    for (const group of groups) {
      reportIds.push(
        await addFinalReport(deps, context, {
          releaseId,
          number: release.number,
          projectId,
          versionId: version.id,
          policyRef,
          createdBy: requestedBy,
          group,
        }),
      );
    }
    const jobId = await order({
      kind: 'release.validate',
      payload: { releaseId },
      subject: { type: 'release', id: releaseId },
      projectId,
    });
    await t.sources.addDependencies([
      { fromType: 'version', fromId: version.id, toType: 'release', toId: releaseId },
      ...groups.map((group) => ({
        fromType: 'sourceVersion',
        fromId: group.sourceVersionId,
        toType: 'release',
        toId: releaseId,
      })),
    ]);
    await record({
      action: 'release.requested',
      object: { type: 'release', id: releaseId },
      projectId,
      details: {
        number: release.number,
        version: version.id,
        root: version.root,
        policy: policyRef,
        reports: reportIds,
      },
      alsoTouched: [
        { type: 'version', id: version.id },
        { type: 'job', id: jobId },
        ...reportIds.map((id) => ({ type: 'report', id })),
      ],
    });
    return { releaseId, number: release.number, jobId };
  });
}

async function addFinalReport(
  deps: Deps,
  { t }: CommandContext,
  given: {
    releaseId: string;
    number: number;
    projectId: string;
    versionId: string;
    policyRef: string;
    createdBy: string;
    group: ReleaseGroup;
  },
): Promise<string> {
  const { group, versionId, number, ...rest } = given;
  const [first] = group.runs;
  if (first === undefined) throw new AssayError('internal', 'A report of a release has no run.');
  const id = deps.ids.next();
  const split = { kind: 'split', versionId: group.sourceVersionId, splitId: group.splitId } as const;
  const subjects: ReleaseSubjects = {
    real: { ...split, part: 'fit' },
    synthetic: { kind: 'version', versionId, runs: group.runs.map((run) => run.number) },
    unseen: group.testRows > 0 ? { ...split, part: 'test' } : null,
  };
  const names = group.runs.map((run) => new Set(run.columns.map((column) => column.name)));
  const shared = new Set([...(names[0] ?? [])].filter((name) => names.every((each) => each.has(name))));
  const columns = await comparedAs(t, group.sourceVersionId);
  const target = await targetOf(t, { recipeVersionId: first.recipe?.versionId ?? null });
  await t.reports.create({
    id,
    ...rest,
    runId: null,
    name: `Release ${number}: final validation beside ${group.sourceName}`,
    subjects: asJson(subjects),
    question: asJson(questionOf(columns, shared, first.seed, target)),
  });
  await t.sources.addDependencies([
    { fromType: 'sourceVersion', fromId: group.sourceVersionId, toType: 'report', toId: id },
    { fromType: 'version', fromId: versionId, toType: 'report', toId: id },
  ]);
  return id;
}
