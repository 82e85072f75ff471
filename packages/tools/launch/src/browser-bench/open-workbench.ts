import { eventually } from '@assay/testkit';
import type { ApiSession } from '../api-session.ts';
import { readings } from '../shots/world/made-up-tables.ts';
import { uploadTable } from '../shots/world/upload-table.ts';
import { finished, LONG, type OpenedApp, openApp, untilThere } from './open-app.ts';

const LABEL_IDS = [1, 2, 3].map((n) => `01a1fe00-0000-7000-8000-00000000000${n}`);

/** Rows drawn from a made-up table, in a batch whose one question is answered by the key J. Gives the project. */
async function makeWork(session: ApiSession, samples: number): Promise<string> {
  const { api } = session;
  const { slug } = await api.organisation.create.mutate({ name: 'Workbench' });
  session.enter(slug);
  const { id: projectId } = await api.project.create.mutate({ name: 'Readings to label' });
  const { sourceId, versionId } = await uploadTable(session, {
    projectId,
    name: 'Readings',
    fileName: 'readings.csv',
    text: readings(400),
    until: 'imported',
  });
  const plan = { method: 'random' as const, seed: 'bench', shares: { fit: 50, tune: 25, test: 25 } };
  await finished(session, (await api.sourceVersion.orderSplit.mutate({ versionId, plan })).jobId);
  const { revision } = await api.source.get.query({ sourceId });
  await api.source.override.mutate({ sourceId, revision, reason: 'The table is made up for a benchmark.' });
  const { versionId: recipeVersionId } = await api.recipe.create.mutate({
    projectId,
    name: 'Readings by column',
    document: { type: 'assay.recipe', version: 1, method: 'independent', sourceId },
  });
  const { runId } = await api.run.start.mutate({ recipeVersionId, kind: 'pilot' });
  const status = await eventually(async () => {
    const run = await api.run.get.query({ runId });
    if (run.status !== 'READY' && run.status !== 'BLOCKED') throw new Error(`The pilot is ${run.status}.`);
    return run.status;
  }, LONG);
  const [question = '', good = '', bad = ''] = LABEL_IDS;
  const { versionId: labelSchemaVersionId } = await api.labelSchema.create.mutate({
    projectId,
    name: 'Good or bad',
    document: {
      type: 'assay.label-schema',
      version: 1,
      subject: 'row',
      questions: [
        {
          kind: 'single',
          id: question,
          name: 'Good?',
          labels: [
            { id: good, name: 'Good', key: 'j' },
            { id: bad, name: 'Bad', key: 'k' },
          ],
        },
      ],
    },
  });
  const { jobId } = await api.batch.create.mutate({
    projectId,
    name: 'Readings',
    runId,
    labelSchemaVersionId,
    investigation: status === 'BLOCKED',
    selection: { type: 'assay.batch-selection', version: 1, size: samples, seed: 'bench' },
  });
  await finished(session, jobId);
  return `/o/${slug}/projects/${projectId}/work`;
}

/** The workbench of a whole installation, in a browser whose every request takes `delayMs` longer, with rows to label. */
export async function openWorkbench(of: { samples: number; delayMs: number }): Promise<OpenedApp> {
  const opened = await openApp({ delayMs: of.delayMs, make: (session) => makeWork(session, of.samples) });
  return untilThere(opened, opened.page.getByRole('table').waitFor());
}
