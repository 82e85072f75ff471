import { guideline } from '@assay/contracts';
import type { GuidelineRead, Repositories } from '@assay/db';
import { mustAcknowledge } from '@assay/domain';

const MOST_KEPT = 1000;
/** By versions and roles, which never change what they say: comparing two documents takes longer than a claim. */
const kept = new Map<string, boolean>();

/** Was something that concerns these roles changed between two versions of a guideline? */
async function concerns(t: Repositories, roles: readonly string[], of: GuidelineRead): Promise<boolean> {
  const { newestId, newestNumber, readId, readNumber } = of;
  if (readId === null || readNumber === null) return true;
  if (readId === newestId) return false;
  const key = [readId, newestId, ...[...roles].sort()].join(' ');
  const known = kept.get(key);
  if (known !== undefined) return known;
  const documents = await t.guidelines.documents([readId, newestId]);
  const must = mustAcknowledge(
    roles,
    { number: readNumber, document: guideline.parse(documents.get(readId)) },
    { number: newestNumber, document: guideline.parse(documents.get(newestId)) },
  );
  kept.set(key, must);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return must;
}

/** Guidelines of the open batches of a project that a person has read as far as they concern them. */
export async function readGuidelines(
  t: Repositories,
  ask: { personId: string; projectId: string; batchId: string | null },
): Promise<string[]> {
  const all = await t.tasks.guidelines(ask.personId, ask.projectId, ask.batchId);
  if (all.length === 0) return [];
  const roles = (await t.projects.rolesOf(ask.projectId, ask.personId)) ?? [];
  const read: string[] = [];
  for (const each of all) if (!(await concerns(t, roles, each))) read.push(each.guidelineId);
  return read;
}
