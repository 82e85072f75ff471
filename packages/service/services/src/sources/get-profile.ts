import { AssayError, type TableDrift, type TableProfile, tableDrift, tableProfile } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { readJsonBlob } from './json-blob.ts';
import { maskProfile, withoutValues } from './rows.ts';
import { requireReadable, requireVersion } from './source-record.ts';

/** The profile of a version. Columns with personal data show counts only, whoever asks. */
export async function getProfile(
  deps: Deps,
  actor: Actor,
  input: { versionId: string },
): Promise<TableProfile> {
  const { version } = await query(deps, actor, (t) => requireReadable(t, input.versionId));
  if (version.profileKey === null) throw new AssayError('not-ready', 'This version has no profile yet.');
  const profile = tableProfile.parse(await readJsonBlob(deps, version.profileKey));
  const masked = await maskProfile(deps, actor, input.versionId);
  return {
    ...profile,
    columns: profile.columns.map((column) => (masked.has(column.name) ? withoutValues(column) : column)),
  };
}

/** What drifted from the version that was current before; null for the first version of a source. */
export async function getDrift(
  deps: Deps,
  actor: Actor,
  input: { versionId: string },
): Promise<(TableDrift & { comparedWith: string }) | null> {
  const version = await query(deps, actor, (t) => requireVersion(t, input.versionId));
  if (version.driftKey === null) return null;
  const document = await readJsonBlob(deps, version.driftKey);
  const masked = await maskProfile(deps, actor, input.versionId);
  const drift = tableDrift.parse(document);
  const comparedWith =
    typeof document === 'object' && document !== null && 'comparedWith' in document
      ? String(document.comparedWith)
      : '';
  return {
    ...drift,
    comparedWith,
    columns: drift.columns.map((column) =>
      masked.has(column.name) ? { ...column, newCategories: [], vanishedCategories: [] } : column,
    ),
  };
}
