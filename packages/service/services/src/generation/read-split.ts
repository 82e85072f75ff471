import type { Deps } from '../frame/deps.ts';

/** Which rows of a version belong to a split: a test of a row's number. */
export async function readSplit(
  deps: Deps,
  assignmentKey: string,
  ...bytes: readonly number[]
): Promise<(row: number) => boolean> {
  const parts: Uint8Array[] = [];
  for await (const part of await deps.storage.get(assignmentKey)) parts.push(part);
  const assignment = Buffer.concat(parts);
  return (row) => bytes.includes(assignment[row] ?? -1);
}
