import { AssayError, type VersionManifest } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { readinessOf } from '../sources/readiness.ts';

type Origin = { sourceId: string; sourceName: string; sourceVersionId: string };

/** The versions of sources that samples were made from, as the version froze them: also of a source that is gone. */
export function originsOf(manifest: Pick<VersionManifest, 'runs'>): Origin[] {
  const origins = new Map<string, Origin>();
  for (const { source } of manifest.runs) {
    if (source === null) continue;
    origins.set(source.versionId, {
      sourceId: source.id,
      sourceName: source.name,
      sourceVersionId: source.versionId,
    });
  }
  return [...origins.values()];
}

/** Sources of a release whose terms forbid by now what was made of them, each with why. */
export async function brokenTerms(
  t: Repositories,
  origins: readonly Origin[],
  now: Date,
): Promise<{ sourceId: string; name: string; why: string }[]> {
  const found = new Map<string, { sourceId: string; name: string; why: string }>();
  for (const { sourceId, sourceName, sourceVersionId } of origins) {
    const source = await t.sources.get(sourceId);
    if (source === null || source.erasedAt !== null) {
      found.set(sourceId, { sourceId, name: sourceName, why: 'It is in the trash or was erased.' });
      continue;
    }
    const { missing } = await readinessOf(t, source, now, sourceVersionId);
    const why = missing
      .filter((item) => item.severity === 'blocker' && !item.overridden && item.field.startsWith('terms.'))
      .map((item) => item.sentence)
      .join(' ');
    if (why !== '') found.set(sourceId, { sourceId, name: source.name, why });
  }
  return [...found.values()];
}

/** @throws AssayError `not-ready` that names each source whose terms forbid it, and why */
export async function requireTerms(t: Repositories, origins: readonly Origin[], now: Date): Promise<void> {
  const broken = await brokenTerms(t, origins, now);
  if (broken.length === 0) return;
  throw new AssayError(
    'not-ready',
    `What was made from ${broken.map(({ name, why }) => `“${name}” may not be released: ${why}`).join(' ')}`,
    {
      kept: 'Nothing was released.',
      next: 'Settle what is named, on the page of the source.',
      field: 'source',
    },
  );
}
