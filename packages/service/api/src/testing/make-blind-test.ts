import { addBlindSource, addBlindTest, type TestDeps, type UserActor } from '@assay/services/testing';

/** A blind test of a run whose source may be shown. */
export async function makeBlindTest(test: TestDeps, owner: UserActor, projectId: string) {
  const { runId } = await addBlindSource(test, owner, projectId);
  return { shownRunId: runId, blindTestId: await addBlindTest(test, owner, { projectId, runId }) };
}
