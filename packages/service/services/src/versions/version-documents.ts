import type { VersionDocument } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { canonicalJson, startContentRoot } from '@assay/ledger';
import { nodeSha256 } from '../frame/node-sha256.ts';

export type FrozenDocument = VersionDocument & { document: unknown };

/** The guidelines and label schemas of these versions, whatever became of them since. */
export async function readDocuments(
  t: Repositories,
  labelSchemaVersionIds: Iterable<string>,
  guidelineVersionIds: Iterable<string>,
): Promise<FrozenDocument[]> {
  const found: FrozenDocument[] = [];
  for (const id of labelSchemaVersionIds) {
    const version = await t.labelSchemas.version(id);
    const parent = version === null ? null : await t.labelSchemas.getAny(version.labelSchemaId);
    if (version === null || parent === null) continue;
    const { name } = parent;
    const { number, document } = version;
    found.push({ kind: 'label-schema', id: parent.id, versionId: id, name, number, document });
  }
  for (const id of guidelineVersionIds) {
    const version = await t.guidelines.version(id);
    const parent = version === null ? null : await t.guidelines.getAny(version.guidelineId);
    if (version === null || parent === null) continue;
    const { name } = parent;
    const { number, document } = version;
    found.push({ kind: 'guideline', id: parent.id, versionId: id, name, number, document });
  }
  return found.sort((a, b) => (a.versionId < b.versionId ? -1 : 1));
}

/** The file that keeps them, and the root over them by the ids of their versions. */
export function documentsFile(documents: readonly FrozenDocument[]): { text: string; root: string } {
  const root = startContentRoot(nodeSha256);
  for (const document of documents)
    root.add(`${document.kind}/${document.versionId}`, canonicalJson(document));
  const text = canonicalJson({ type: 'assay.version-documents', version: 1, documents });
  return { text: `${text}\n`, root: root.end().root };
}
