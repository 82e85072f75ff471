import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StagedTable } from '@assay/tables';
import type { Deps } from '../frame/deps.ts';

/** Where this worker keeps what it staged of a version, so that committing need not read the file again. */
export function stagedFolder(deps: Deps, versionId: string): string {
  return path.join(deps.workDir, 'staged', versionId);
}

export async function emptyStagedFolder(deps: Deps, versionId: string): Promise<string> {
  const folder = stagedFolder(deps, versionId);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Remembers a finished staging beside its files; written last, so that half a staging is never taken for whole. */
export async function rememberStaged(deps: Deps, versionId: string, staged: StagedTable): Promise<void> {
  await writeFile(path.join(stagedFolder(deps, versionId), 'staged.json'), JSON.stringify(staged));
}

/** What this worker staged of a version with this dialect; null when another worker did, or it was cleaned up. */
export async function recallStaged(
  deps: Deps,
  versionId: string,
  dialect: unknown,
): Promise<StagedTable | null> {
  try {
    const text = await readFile(path.join(stagedFolder(deps, versionId), 'staged.json'), 'utf8');
    const staged = JSON.parse(text) as StagedTable;
    return JSON.stringify(staged.dialect) === JSON.stringify(dialect) ? staged : null;
  } catch {
    return null;
  }
}
