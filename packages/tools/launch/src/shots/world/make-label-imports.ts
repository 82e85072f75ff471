import type { LabelImportUse } from '@assay/contracts';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { LABELLED } from './make-label-schema.ts';
import { upload } from './upload-table.ts';

export type LabelImportWorld = {
  /** With records that are not taken; with columns that nobody knows; taken as a batch of people's answers. */
  labelImport: string;
  unmappedImport: string;
  takenImport: string;
  importedBatch: string;
  /** In which imported prelabels are verified. */
  prelabelBatch: string;
};

type Of = { projectId: string; runId: string; labelSchemaId: string };

/** Files of labels that came from elsewhere, as far as a person takes them. */
export async function makeLabelImports(session: ApiSession, of: Of): Promise<LabelImportWorld> {
  const { api } = session;
  const { versions, document } = await api.labelSchema.get.query({ labelSchemaId: of.labelSchemaId });
  const labelSchemaVersionId = versions[0]?.id ?? '';
  const question = document.questions.find((each) => each.kind === 'single');
  if (question?.kind !== 'single') throw new Error('The label schema of the demo asks for no label.');
  const names = question.labels.filter((each) => !each.deprecated).map((each) => each.name);
  const name = (at: number) => `"${names[at % names.length]}"`;
  const rows = (from: number, count: number, line: (row: number) => string) =>
    Array.from({ length: count }, (_, at) => line(from + at)).join('\n');
  const settled = (importId: string) =>
    eventually(
      async () => {
        const found = await api.labelImport.get.query({ importId });
        if (found.status === 'READING' || found.status === 'COMMITTING') throw new Error('It is not done.');
        return found;
      },
      { timeout: 60_000, interval: 250 },
    );
  const read = async (use: LabelImportUse, fileName: string, text: string, source = '') => {
    const uploadId = await upload(session, of.projectId, fileName, text);
    const asked = { projectId: of.projectId, runId: of.runId, labelSchemaVersionId, use, uploadId, source };
    const { importId } = await api.labelImport.create.mutate(asked);
    await settled(importId);
    return importId;
  };
  const take = async (importId: string) => {
    if ((await settled(importId)).status !== 'REVIEW') return;
    await api.labelImport.commit.mutate({ importId });
    await settled(importId);
  };
  const head = `row,"${question.name}",Plausible`;
  const { imports } = await api.labelImport.list.query({ projectId: of.projectId, limit: 200 });
  const known = (fileName: string) =>
    imports.find((each) => each.fileName === fileName && ['REVIEW', 'DONE'].includes(each.status))?.id;
  const records = rows(1, 24, (row) =>
    JSON.stringify({
      row: row + 60,
      source: row % 2 === 0 ? 'First reader' : 'Second reader',
      annotation: {
        answers: {
          [LABELLED.group]: {
            kind: 'single',
            label: { labelId: LABELLED.groups[row % LABELLED.groups.length], attributes: {} },
          },
          [LABELLED.plausible]: { kind: 'rating', value: 1 + (row % 5) },
        },
      },
    }),
  );
  const takenImport = known('readers.jsonl') ?? (await read('labels', 'readers.jsonl', `${records}\n`));
  await take(takenImport);
  const guesses = `${head},model,confidence\n${rows(1, 40, (row) => `${row},${name(row)},4,Forest of 200 trees,0.${50 + row}`)}\n`;
  const prelabels = known('guesses.csv') ?? (await read('prelabels', 'guesses.csv', guesses));
  await take(prelabels);
  const mixed = `${head},expert\n${rows(1, 30, (row) => `${row},${row % 5 === 0 ? 'Something else' : name(row)},4,${row % 7 === 0 ? '' : 'Panel of 2024'}`)}\n3,${name(4)},2,Panel of 2024\n999999999,${name(1)},4,Panel of 2024\n`;
  const labelImport = known('panel.csv') ?? (await read('gold', 'panel.csv', mixed));
  const unmappedImport =
    known('export-of-another-tool.csv') ??
    (await read('labels', 'export-of-another-tool.csv', `item;verdict\nA-1;${names[0]}\nA-2;${names[1]}\n`));
  const { batches } = await api.batch.list.query({ projectId: of.projectId, limit: 200 });
  const BATCH = 'What the forest proposes';
  const made =
    batches.find((each) => each.name === BATCH)?.id ??
    (
      await api.batch.create.mutate({
        projectId: of.projectId,
        runId: of.runId,
        investigation: (await api.run.get.query({ runId: of.runId })).status === 'BLOCKED',
        labelSchemaVersionId,
        name: BATCH,
        kind: 'verify',
        priority: 0,
        prelabelImportId: prelabels,
        selection: { type: 'assay.batch-selection', version: 1, size: 20, seed: 'forest', order: 'row' },
      })
    ).batchId;
  await eventually(
    async () => {
      const { status } = await api.batch.get.query({ batchId: made });
      if (status !== 'OPEN') throw new Error(`The batch is ${status}.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  const importedBatch = (await api.labelImport.get.query({ importId: takenImport })).batch?.id ?? '';
  return { labelImport, unmappedImport, takenImport, importedBatch, prelabelBatch: made };
}
