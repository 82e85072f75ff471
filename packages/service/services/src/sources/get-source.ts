import { type Detection, detection, importNotice, sourceVersionStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { readinessOf } from './readiness.ts';
import { privacyUnitOf, requireSource, requireVersion, termsOf, type VersionRow } from './source-record.ts';

function versionSummary(version: VersionRow) {
  return {
    id: version.id,
    sourceId: version.sourceId,
    number: version.number,
    fileName: version.fileName,
    fileBytes: Number(version.fileBytes),
    status: sourceVersionStatus.parse(version.status),
    rows: version.rows === null ? null : Number(version.rows),
    rejected: version.rejected === null ? null : Number(version.rejected),
    hasDrift: version.driftKey !== null,
    createdBy: version.createdBy,
    createdAt: version.createdAt.toISOString(),
    committedAt: version.committedAt?.toISOString() ?? null,
    revision: version.revision,
  };
}

/** Sources of a project, newest first. */
export async function listSources(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; search: string; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.sources.list(input.projectId, input.search, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    return {
      sources: await Promise.all(
        page.map(async (source) => {
          const readiness = await readinessOf(t, source, deps.clock.now());
          const latest = source.versions[0];
          return {
            id: source.id,
            name: source.name,
            description: source.description,
            isDemo: source.isDemo,
            createdAt: source.createdAt.toISOString(),
            erasedAt: source.erasedAt?.toISOString() ?? null,
            latest: latest === undefined ? null : versionSummary(latest),
            ready: readiness.ready,
            blockers: readiness.missing.filter((item) => item.severity === 'blocker' && !item.overridden)
              .length,
          };
        }),
      ),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** A source with its terms, its versions and what keeps it from being synthesised. */
export async function getSource(deps: Deps, actor: Actor, input: { sourceId: string }) {
  return query(deps, actor, async (t) => {
    const source = await requireSource(t, input.sourceId);
    const versions = await t.sources.versions(source.id);
    const names = await t.members.names([source.createdBy, ...versions.map((each) => each.createdBy)]);
    const terms = termsOf(source);
    return {
      id: source.id,
      projectId: source.projectId,
      name: source.name,
      description: source.description,
      isDemo: source.isDemo,
      terms,
      overrideByName:
        terms.override === null
          ? null
          : ((await t.members.names([terms.override.by])).get(terms.override.by) ?? null),
      privacyUnit: privacyUnitOf(source),
      currentVersionId: source.currentVersionId,
      createdAt: source.createdAt.toISOString(),
      createdByName: names.get(source.createdBy) ?? null,
      erasedAt: source.erasedAt?.toISOString() ?? null,
      retentionOn: source.retentionOn?.toISOString() ?? null,
      revision: source.revision,
      versions: versions.map((version) => ({
        ...versionSummary(version),
        createdByName: names.get(version.createdBy) ?? null,
      })),
      readiness: await readinessOf(t, source, deps.clock.now()),
    };
  });
}

/** One version: where it stands, what staging found (masked), what to know about it. */
export async function getSourceVersion(deps: Deps, actor: Actor, input: { versionId: string }) {
  return query(deps, actor, async (t) => {
    const version = await requireVersion(t, input.versionId);
    const source = await requireSource(t, version.sourceId);
    const job = await t.jobs.newestFor(version.id);
    const detected: Detection | null = version.detected === null ? null : detection.parse(version.detected);
    return {
      ...versionSummary(version),
      projectId: source.projectId,
      sourceName: source.name,
      isCurrent: source.currentVersionId === version.id,
      isFirst: version.number === 1,
      detected,
      notices: z.array(importNotice).catch([]).parse(version.notices),
      jobId: job?.id ?? null,
    };
  });
}
