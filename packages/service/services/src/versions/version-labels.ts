import { type LabelSchema, labelSchema, type VersionManifest } from '@assay/contracts';
import type { Deps } from '../frame/deps.ts';
import type { FrozenDocument } from './version-documents.ts';
import { type Entry, entryKey, readEntries, streamEntries } from './version-entries.ts';

const MOST_KEPT = 4;

export type LabelsOfVersion = { entries: readonly Entry[]; byKey: ReadonlyMap<string, string> };

/** By the root over them, the one used last at the end: versions never change. */
const kept = new Map<string, Promise<LabelsOfVersion>>();

/** The final labels of a version, of which the last few are kept in memory. */
export function labelsOfVersion(
  deps: Deps,
  orgId: string,
  manifest: VersionManifest,
): Promise<LabelsOfVersion> {
  const name = `${orgId}/${manifest.root}`;
  const known = kept.get(name);
  const reading =
    known ??
    readEntries(deps, manifest.labels, 'the final labels').then((entries) => ({
      entries,
      byKey: new Map(entries.map((entry) => [entryKey(entry), entry.text ?? ''])),
    }));
  kept.delete(name);
  kept.set(name, reading);
  // What could not be read is tried again by whoever asks next.
  reading.catch(() => kept.delete(name));
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return reading;
}

/** The guidelines and label schemas that a version froze. */
export async function documentsOfVersion(deps: Deps, manifest: VersionManifest): Promise<FrozenDocument[]> {
  const parts: Uint8Array[] = [];
  for await (const part of await deps.storage.get(manifest.documents.key)) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString()).documents;
}

/** The newest version of each label schema among the documents, by the schema's id. */
export function schemasAmong(
  documents: readonly FrozenDocument[],
): Map<string, { name: string; number: number; document: LabelSchema }> {
  const newest = new Map<string, { name: string; number: number; document: LabelSchema }>();
  for (const { kind, id, name, number, document } of documents) {
    if (kind !== 'label-schema' || (newest.get(id)?.number ?? -1) > number) continue;
    newest.set(id, { name, number, document: labelSchema.parse(document) });
  }
  return newest;
}

/** Rows of a run that are samples of a version, in order; null for all. By the run's number. */
export async function membersOf(
  deps: Deps,
  manifest: VersionManifest,
): Promise<Map<number, readonly number[]> | null> {
  if (manifest.members === null) return null;
  const members = new Map<number, number[]>(manifest.runs.map((run) => [run.number, []]));
  for await (const entries of streamEntries(deps, manifest.members, 'the list of samples'))
    for (const { run, row } of entries) members.get(run)?.push(row);
  return members;
}
