import { expect } from '@playwright/test';
import { importTable } from './import-table.ts';
import type { Person } from './person.ts';

/** A source that may be synthesised: imported, findings decided, split, with terms that permit it. */
export async function readySource(
  place: { person: Person; org: string; projectId: string },
  table: { name: string; csv: string },
): Promise<{ id: string; versionId: string }> {
  const api = place.person.api(place.org);
  const source = await importTable(place, table);
  const { versionId } = source;
  for (const finding of await api.sourceVersion.findings.query({ versionId })) {
    await api.sourceVersion.decideFinding.mutate({
      findingId: finding.id,
      revision: finding.revision,
      status: 'CONFIRMED',
    });
  }
  const { jobId } = await api.sourceVersion.orderSplit.mutate({
    versionId,
    plan: { method: 'random', seed: 'e2e', shares: { fit: 60, tune: 20, test: 20 } },
  });
  await expect
    .poll(async () => (await api.job.get.query({ jobId })).status, { timeout: 60_000 })
    .toBe('SUCCEEDED');
  const { revision } = await api.source.get.query({ sourceId: source.id });
  await api.source.terms.mutate({
    sourceId: source.id,
    revision,
    terms: {
      type: 'assay.source-terms',
      version: 1,
      licence: {
        name: { kind: 'spdx', id: 'CC0-1.0' },
        url: null,
        expiresOn: null,
        permitsSynthesis: true,
        attribution: null,
      },
      consent: {
        basis: 'public-data',
        scope: ['synthesis'],
        expiresOn: null,
        withdrawnOn: null,
        evidence: 'Published by the agency that collects it',
      },
      jurisdictions: ['US'],
      collectedFrom: null,
      collectedTo: null,
      owner: 'The agency that collects it',
      retention: null,
    },
  });
  return source;
}
