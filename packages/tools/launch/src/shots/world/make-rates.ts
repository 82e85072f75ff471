import type { ApiSession } from '../../api-session.ts';

/** What work costs in a project that says nothing of it yet: for all of it, and somebody's own rate from a day on. */
export async function makeRates({ api }: ApiSession, projectId: string): Promise<void> {
  const { number } = await api.cost.rates.query({ projectId });
  if (number > 0) return;
  const members = await api.project.members.query({ projectId });
  const annotator = members.find(({ roles }) => roles.includes('annotator'))?.userId;
  const rates = {
    type: 'assay.labelling-rates' as const,
    version: 1 as const,
    currency: 'EUR',
    annotator: 2150,
    expert: 6400,
    people: [],
    machine: { by: 'rows' as const, thousand: 35 },
  };
  await api.cost.saveRates.mutate({ projectId, known: 0, rates });
  await api.cost.saveRates.mutate({
    projectId,
    known: 1,
    holdsFrom: '2026-01-01T00:00:00Z',
    note: 'Agreed for the second half of the project.',
    rates: { ...rates, people: annotator === undefined ? [] : [{ personId: annotator, hour: 2600 }] },
  });
}
