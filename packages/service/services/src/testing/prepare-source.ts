import { NO_TERMS, type SourceTerms } from '@assay/contracts';
import { query } from '../frame/command.ts';
import { decideFinding, listFindings } from '../sources/findings.ts';
import { orderSplit } from '../sources/split-version.ts';
import { updateTerms } from '../sources/update-terms.ts';
import { importCsv } from './import-csv.ts';
import { runHere } from './run-jobs.ts';
import type { TestDeps, UserActor } from './test-deps.ts';

/** Terms that permit synthesis. */
export const OPEN_TERMS: Omit<SourceTerms, 'override'> = {
  type: NO_TERMS.type,
  version: NO_TERMS.version,
  licence: {
    name: { kind: 'spdx', id: 'CC0-1.0' },
    url: null,
    expiresOn: null,
    permitsSynthesis: true,
    attribution: null,
  },
  consent: {
    basis: 'consent',
    scope: ['synthesis'],
    expiresOn: null,
    withdrawnOn: null,
    evidence: 'A form of the test',
  },
  jurisdictions: ['DE'],
  collectedFrom: null,
  collectedTo: null,
  owner: 'The test',
  retention: null,
  rowsToLabellers: false,
};

/** A source that may be synthesised: imported, findings dismissed, split, with terms that permit it. */
export async function prepareSource(
  test: TestDeps,
  actor: UserActor,
  input: {
    projectId: string;
    csv: string;
    name?: string;
    terms?: Omit<SourceTerms, 'override'> | null;
    shares?: { fit: number; tune: number; test: number };
  },
): Promise<{ sourceId: string; versionId: string }> {
  const { deps } = test;
  const made = await importCsv(test, actor, input);
  const findings = await listFindings(deps, actor, { versionId: made.versionId });
  for (const finding of findings) {
    await decideFinding(deps, actor, {
      findingId: finding.id,
      revision: finding.revision,
      status: 'DISMISSED',
      note: null,
    });
  }
  const { jobId } = await orderSplit(deps, actor, {
    versionId: made.versionId,
    plan: { method: 'random', seed: 'test', shares: input.shares ?? { fit: 50, tune: 25, test: 25 } },
  });
  await runHere(deps, actor, jobId);
  if (input.terms !== null) await setTerms(test, actor, made.sourceId, input.terms ?? OPEN_TERMS);
  return made;
}

/** States terms, whatever they were. */
export async function setTerms(
  { deps }: TestDeps,
  actor: UserActor,
  sourceId: string,
  terms: Omit<SourceTerms, 'override'>,
): Promise<void> {
  const source = await query(deps, actor, (t) => t.sources.get(sourceId));
  await updateTerms(deps, actor, { sourceId, revision: source?.revision ?? 0, terms });
}
