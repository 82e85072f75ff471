import { BLIND_SCHEMA } from '@assay/domain';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { answerNext } from './answer-next.ts';

const NAME = 'Can anybody tell?';
const OPEN = 'Can anybody tell, once more?';
const ROWS = 24;

/** What somebody says who takes every third row for a synthetic one, and marks a cell of it. */
function saidAt(at: number, column: string) {
  const [origin, tells] = BLIND_SCHEMA.questions;
  if (origin?.kind !== 'single' || tells?.kind !== 'cells')
    throw new Error('A blind test asks something else.');
  const isReal = at % 3 !== 0;
  const [real, synthetic] = origin.labels.map(({ id }) => id);
  const reason = tells.reasons[at % 2]?.id ?? '';
  return {
    type: 'assay.annotation' as const,
    version: 1 as const,
    answers: {
      [origin.id]: {
        kind: 'single' as const,
        label: { labelId: (isReal ? real : synthetic) ?? '', attributes: {} },
      },
      ...(isReal
        ? {}
        : {
            [tells.id]: {
              kind: 'cells' as const,
              flags: [{ column, reasonId: reason, note: '', span: null }],
            },
          }),
    },
    realism: null,
    artefact: false,
    artefactNote: '',
    comment: '',
    verdict: null,
  };
}

/** A blind test that has ended, and one that people work on. */
export async function makeBlindTests(
  { manager, people }: { manager: ApiSession; people: readonly ApiSession[] },
  { projectId, runId }: { projectId: string; runId: string },
): Promise<{ blindTest: string; openBlindTest: string }> {
  const { api } = manager;
  const { batches } = await api.batch.list.query({ projectId, kind: 'blind', limit: 200 });
  const known = (name: string) => batches.find((batch) => batch.name === name)?.id;
  const start = async (name: string, overlap: number) => {
    const { batchId } = await api.batch.createBlind.mutate({
      projectId,
      runId,
      name,
      size: ROWS,
      overlap,
      priority: 0,
    });
    await eventually(
      async () => {
        const { status } = await api.batch.get.query({ batchId });
        if (status !== 'OPEN') throw new Error(`The blind test is ${status}.`);
      },
      { timeout: 120_000, interval: 250 },
    );
    return batchId;
  };
  const openBlindTest = known(OPEN) ?? (await start(OPEN, 1));
  const blindTest = known(NAME) ?? (await start(NAME, people.length));
  const { columns } = await api.batch.blindTestOf.query({ projectId, runId });
  for (const [place, person] of people.entries()) {
    let at = place;
    const batch = { projectId, batchId: blindTest };
    while (await answerNext(person, batch, saidAt(at, columns[at % columns.length] ?? ''))) at += 1;
  }
  return { blindTest, openBlindTest };
}
