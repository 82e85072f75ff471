import { CHROMIUM_ARGUMENTS, eventually, resolveChromium } from '@assay/testkit';
import { chromium, type Page } from '@playwright/test';
import { type ApiSession, signUp } from '../api-session.ts';
import { startAppUnderTest } from '../app-under-test.ts';
import { readings } from '../shots/world/made-up-tables.ts';
import { uploadTable } from '../shots/world/upload-table.ts';

const LABEL_IDS = [1, 2, 3].map((n) => `01a1fe00-0000-7000-8000-00000000000${n}`);
const LONG = { timeout: 180_000, interval: 250 };

async function finished({ api }: ApiSession, jobId: string): Promise<void> {
  await eventually(async () => {
    const { status } = await api.job.get.query({ jobId });
    if (status !== 'SUCCEEDED') throw new Error(`The job is ${status}.`);
  }, LONG);
}

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
export async function openWorkbench(of: {
  samples: number;
  delayMs: number;
}): Promise<{ page: Page; stop: () => Promise<void> }> {
  const app = await startAppUnderTest({ demo: false });
  const browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  });
  const stop = async () => {
    await browser.close();
    await app.stop();
  };
  try {
    const email = `bench-${Date.now()}@bench.example`;
    const session = await signUp(app.url, { name: 'Bench', email, password: 'a long enough password' });
    const path = await makeWork(session, of.samples);
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const { hostname } = new URL(app.url);
    await context.addCookies(
      session.cookies().map(({ name, value }) => ({ name, value, domain: hostname, path: '/' })),
    );
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: of.delayMs,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await page.goto(new URL(path, app.url).href);
    await page.getByRole('table').waitFor();
    return { page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
