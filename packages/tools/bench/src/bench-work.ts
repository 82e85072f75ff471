import type { LabelSchema, TableManifest } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { createLabelSchema, createProject, type Deps } from '@assay/services';
import { addOrganisation, addPerson } from './bench-deps.ts';

type UserActor = Extract<Actor, { kind: 'user' }>;

/** Claiming, answering and counting read no rows. */
const NO_ROWS: TableManifest = { type: 'assay.table-manifest', version: 1, columns: [], rows: 0, chunks: [] };
/** Tasks are added so many samples at a time. */
const AT_ONCE = 5000;

export type BenchProject = {
  manager: UserActor;
  people: Actor[];
  projectId: string;
  runId: string;
  versionId: string;
};

/** A project with so many people who label, a label schema, and a run whose rows nobody reads. */
export async function addLabellingProject(
  deps: Deps,
  of: { people: number; schema: LabelSchema },
): Promise<BenchProject> {
  const manager = await addOrganisation(deps);
  const { id: projectId } = await createProject(deps, manager, {
    name: 'Bench',
    description: '',
    stakes: 'standard',
  });
  const people: Actor[] = [];
  for (let at = 1; at <= of.people; at += 1) {
    people.push({ ...manager, userId: await addPerson(deps, at), orgRoles: ['member'] });
  }
  const { versionId } = await createLabelSchema(deps, manager, {
    projectId,
    name: 'Bench',
    description: '',
    document: of.schema,
  });
  const runId = deps.ids.next();
  await deps.db.transaction(manager, (t) =>
    t.runs.create({
      id: runId,
      projectId,
      kind: 'full',
      name: 'Bench',
      seed: 'bench',
      policyRef: 'balanced',
      createdBy: manager.userId,
      manifest: NO_ROWS,
    }),
  );
  return { manager, people, projectId, runId, versionId };
}

/** An open batch of that run with so many samples. */
export async function addOpenBatch(
  deps: Deps,
  { manager, projectId, runId, versionId }: BenchProject,
  of: { samples: number; overlap: number },
): Promise<string> {
  const { samples, overlap } = of;
  const batchId = deps.ids.next();
  await deps.db.transaction(manager, (t) =>
    t.batches.create(
      {
        id: batchId,
        projectId,
        kind: 'label',
        name: 'Bench',
        runId,
        labelSchemaVersionId: versionId,
        selection: {},
        overlap,
        priority: 1,
        assignment: 'pull',
        createdBy: manager.userId,
      },
      [],
    ),
  );
  for (let first = 0; first < samples; first += AT_ONCE) {
    const added = Array.from({ length: Math.min(AT_ONCE, samples - first) }, (_, i) => ({
      row: first + i,
      key: deps.ids.next(),
      control: null,
      likelihood: null,
    }));
    await deps.db.transaction(manager, (t) => t.batches.addTasks(batchId, overlap, first, added));
  }
  await deps.db.transaction(manager, (t) =>
    t.batches.move(batchId, ['BUILDING'], 'OPEN', { items: samples }),
  );
  return batchId;
}
