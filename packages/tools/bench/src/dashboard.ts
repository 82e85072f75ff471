import { type Annotation, type LabelSchema, labelSchema } from '@assay/contracts';
import { createDb } from '@assay/db';
import type { Actor } from '@assay/domain';
import {
  addScenarios,
  claimTasks,
  type Deps,
  labelCosts,
  labelledItems,
  labellingNumbers,
  labellingOutlook,
  labellingPulse,
  saveLabellingRates,
  sliceNumbers,
  submitTask,
} from '@assay/services';
import { withBenchDeps } from './bench-deps.ts';
import { addLabellingProject, addOpenBatch } from './bench-work.ts';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';

const PEOPLE = 50;
const BATCHES = 5;
const ANNOTATIONS = 100_000;
/** Turns of each batch that were skipped, and a few more that wait for the submits that are measured. */
const SKIPPED = 1000;
const SAMPLES = ANNOTATIONS / BATCHES + SKIPPED + 10;
const TRIES = 10;
/** Parts of the rows of which numbers are told apart, each a fifth of them. */
const SLICES = 10;
/** How often the page asks whether anything has changed. */
const LOOK_MS = 1500;
const CONNECTIONS = 10;

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [SPECIES, MARKS] = [id(1), id(2)];
const LABELS = Array.from({ length: 10 }, (_, i) => ({ id: id(11 + i), name: `Label ${i + 1}` }));
const SCHEMA: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    { kind: 'single', id: SPECIES, name: 'Which is it?', labels: LABELS },
    {
      kind: 'multiple',
      id: MARKS,
      name: 'What else?',
      required: false,
      labels: LABELS.map((label, i) => ({ ...label, id: id(31 + i) })),
    },
  ],
});
const ANSWER: Annotation = {
  type: 'assay.annotation',
  version: 1,
  answers: {
    [SPECIES]: { kind: 'single', label: { labelId: id(11), attributes: {} } },
    [MARKS]: { kind: 'multiple', labels: [] },
  },
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
};
const EVERYTHING = { batchId: null, personId: null, days: null, timeZone: 'Europe/Vienna' };
const FILL_SLICES = `
  INSERT INTO slice_item (org_id, set_id, item)
  SELECT s.org_id, s.id, t.item FROM (SELECT *, dense_rank() OVER (ORDER BY hash) AS n FROM slice_set) AS s
  JOIN task t ON t.org_id = s.org_id AND t.batch_id = s.batch_id AND t.slot = 1
  WHERE s.batch_id = ANY ($1::uuid[]) AND (t.item + s.n) % 5 = 0`;
// Everybody answers in turn, over the last thirty days, from a second to two minutes each; and some are skipped.
const ANSWER_TASKS = `
  UPDATE task SET status = CASE WHEN slot_of.n > $4::int THEN 'SKIPPED' ELSE 'SUBMITTED' END,
    annotation_id = CASE WHEN slot_of.n > $4::int THEN NULL ELSE gen_random_uuid() END,
    skip_reason = CASE WHEN slot_of.n > $4::int THEN (ARRAY['unclear', 'broken', 'other'])[1 + slot_of.n % 3] END,
    person_id = ($2::uuid[])[1 + slot_of.n % $3::int],
    ended_at = now() - (slot_of.n::float8 / $4::float8) * interval '28 days'
  FROM (SELECT id, row_number() OVER (ORDER BY item)::int AS n FROM task WHERE batch_id = $1::uuid) AS slot_of
  WHERE task.id = slot_of.id AND slot_of.n <= $4::int + $5::int`;
const ADD_ANNOTATIONS = `
  INSERT INTO annotation (id, org_id, project_id, batch_id, task_id, item, sample_key, author_id,
                          label_schema_version_id, tool_version, active_ms, payload, created_at)
  SELECT t.annotation_id, t.org_id, b.project_id, b.id, t.id, t.item, t.sample_key, t.person_id,
         b.label_schema_version_id, 'bench', 1000 + (t.item * 7919) % 119000,
         jsonb_set(jsonb_set($2::jsonb, ARRAY['answers', $3, 'label', 'labelId'],
           to_jsonb(($4::text[])[1 + t.item % 10])), ARRAY['answers', $5, 'labels'],
           CASE WHEN t.item % 3 = 0 THEN '[]'::jsonb
                ELSE jsonb_build_array(jsonb_build_object('labelId', ($6::text[])[1 + t.item % 10], 'attributes', '{}'::jsonb)) END),
         t.ended_at
  FROM task t JOIN batch b ON b.org_id = t.org_id AND b.id = t.batch_id
  WHERE t.batch_id = $1::uuid AND t.status = 'SUBMITTED'`;

/**
 * From a submit until a manager's page shows it, among 100,000 annotations: the page has just asked whether anything
 * changed, so that it waits as long as it can, asks again, and counts everything anew.
 */
export function dashboardBench(): Promise<Figure[]> {
  return withBenchDeps(CONNECTIONS, async ({ deps, ownerUrl }) => {
    const { manager, people, projectId, batchIds } = await prepare(deps, ownerUrl);
    const counting: number[] = [];
    const whole: number[] = [];
    for (let at = 0; at < TRIES; at += 1) {
      const took = await once(deps, manager, people[at % PEOPLE] ?? manager, {
        projectId,
        batchId: batchIds[at % BATCHES] ?? '',
      });
      counting.push(took.counting);
      whole.push(took.whole);
    }
    const costing: number[] = [];
    for (let at = 0; at < TRIES / 2; at += 1) {
      const began = performance.now();
      const { total } = await labelCosts(deps, manager, { projectId, batchId: null });
      costing.push(performance.now() - began);
      if (!total.each.all.defined || total.accepted < ANNOTATIONS / BATCHES)
        throw new Error('Labels have no cost.');
    }
    const sorted = (values: number[]) => values.sort((a, b) => a - b);
    const name = `submit to dashboard at ${ANNOTATIONS.toLocaleString('en')} annotations`;
    return [
      { name: `${name}, worst of ${TRIES}`, value: (sorted(whole).at(-1) ?? Number.NaN) / 1000, unit: 's' },
      {
        name: 'of it counting everything anew, p50',
        value: quantile(sorted(counting), 0.5) / 1000,
        unit: 's',
      },
      {
        name: 'what accepted labels cost, counted anew, p50',
        value: quantile(sorted(costing), 0.5) / 1000,
        unit: 's',
      },
    ];
  });
}

async function once(
  deps: Deps,
  manager: Actor,
  person: Actor,
  of: { projectId: string; batchId: string },
): Promise<{ counting: number; whole: number }> {
  const { projectId } = of;
  const filter = { ...EVERYTHING, projectId };
  const none = {
    status: null,
    day: null,
    skipReason: null,
    label: null,
    sliceId: null,
    limit: 25,
    before: null,
  } as const;
  const before = (await labellingNumbers(deps, manager, filter)).total.answers;
  const { pulse } = await labellingPulse(deps, manager, { projectId });
  const [task] = await claimTasks(deps, person, { ...of, want: 1 });
  const began = performance.now();
  await submitTask(deps, person, {
    taskId: task?.id ?? '',
    leaseId: task?.leaseId ?? '',
    annotationId: deps.ids.next(),
    payload: ANSWER,
    activeMs: 900,
    toolVersion: 'bench',
  });
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  if ((await labellingPulse(deps, manager, { projectId })).pulse === pulse) {
    throw new Error('A submit was not noticed.');
  }
  const noticed = performance.now();
  const [{ total }] = await Promise.all([
    labellingNumbers(deps, manager, filter),
    labellingOutlook(deps, manager, { projectId }),
    labelledItems(deps, manager, { ...filter, ...none }),
    sliceNumbers(deps, manager, filter),
  ]);
  const ended = performance.now();
  if (total.answers !== before + 1) throw new Error('The dashboard does not show what was submitted.');
  return { counting: ended - noticed, whole: ended - began };
}

async function prepare(deps: Deps, ownerUrl: string) {
  const project = await addLabellingProject(deps, { people: PEOPLE, schema: SCHEMA });
  const { manager, people, projectId } = project;
  const batchIds: string[] = [];
  for (let at = 0; at < BATCHES; at += 1) {
    batchIds.push(await addOpenBatch(deps, project, { samples: SAMPLES, overlap: 1 }));
  }
  await deps.db.transaction(manager, (t) => t.runs.move(project.runId, ['QUEUED'], { status: 'READY' }));
  await saveLabellingRates(deps, manager, {
    projectId,
    known: 0,
    holdsFrom: null,
    note: '',
    rates: {
      type: 'assay.labelling-rates',
      version: 1,
      currency: 'EUR',
      annotator: 2000,
      expert: 6000,
      people: [],
      machine: { by: 'rows', thousand: 10 },
    },
  });
  await addScenarios(deps, manager, {
    projectId,
    scenarios: Array.from({ length: SLICES }, (_, at) => ({
      name: `Slice ${at}`,
      kind: 'scenario',
      why: '',
      importance: 'should',
      where: { op: 'and', args: Array.from({ length: at + 2 }, () => ({ op: 'true' as const })) },
      minimum: { kind: 'rows', rows: 1 },
    })),
  });
  // The run has no rows to look through: what slices have is written below.
  await sliceNumbers(deps, manager, { ...EVERYTHING, projectId });
  await answerMost(ownerUrl, batchIds, people);
  return { manager, people, projectId, batchIds };
}

/** As if 50 people had answered for a month; written behind the application, which would take minutes for it. */
async function answerMost(
  ownerUrl: string,
  batchIds: readonly string[],
  people: readonly Actor[],
): Promise<void> {
  const owner = createDb({ appUrl: ownerUrl, systemUrl: ownerUrl, poolSize: 1 });
  const ids = people.map((person) => person.userId);
  const each = ANNOTATIONS / batchIds.length;
  try {
    for (const batchId of batchIds) {
      await owner.identity.$executeRawUnsafe(ANSWER_TASKS, batchId, ids, ids.length, each, SKIPPED);
      await owner.identity.$executeRawUnsafe(
        ADD_ANNOTATIONS,
        batchId,
        JSON.stringify(ANSWER),
        SPECIES,
        LABELS.map((label) => label.id),
        MARKS,
        LABELS.map((_, i) => id(31 + i)),
      );
    }
    await owner.identity.$executeRawUnsafe(FILL_SLICES, batchIds);
    await owner.identity.$executeRawUnsafe('ANALYZE task, annotation, slice_set, slice_item');
  } finally {
    await owner.close();
  }
}
