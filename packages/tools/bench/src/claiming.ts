import { type Annotation, type LabelSchema, labelSchema } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { claimTasks, type Deps, submitTask } from '@assay/services';
import { withBenchDeps } from './bench-deps.ts';
import { addLabellingProject, addOpenBatch } from './bench-work.ts';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';

const PEOPLE = 50;
const SAMPLES = 33_334;
const OVERLAP = 3;
/** Connections of the web application to the database. */
const CONNECTIONS = 10;
/** Each person answers one sample a second: faster than anybody labels. */
const PACE_MS = 1000;
const WARM_UP_MS = 3000;
const MEASURED_MS = 20_000;
const FLAT_OUT_MS = 8000;

const [QUESTION, YES] = [
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000011',
] as const;
const SCHEMA: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [{ kind: 'single', id: QUESTION, name: 'Is it so?', labels: [{ id: YES, name: 'Yes' }] }],
});
const ANSWER: Annotation = {
  type: 'assay.annotation',
  version: 1,
  answers: { [QUESTION]: { kind: 'single', label: { labelId: YES, attributes: {} } } },
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
};
/**
 * Claims of the next task among 100,000 open ones by 50 people who also submit what they claim: at a pace of one
 * sample a second each, and as fast as the machine can.
 */
export function claimingBench(): Promise<Figure[]> {
  return withBenchDeps(CONNECTIONS, async ({ deps }) => {
    const project = await addLabellingProject(deps, { people: PEOPLE, schema: SCHEMA });
    const { people, projectId } = project;
    const batchId = await addOpenBatch(deps, project, { samples: SAMPLES, overlap: OVERLAP });
    const work = (pace: number, warmUpMs: number, measuredMs: number) =>
      measure(deps, people, { projectId, batchId }, { pace, warmUpMs, measuredMs });
    const paced = await work(PACE_MS, WARM_UP_MS, MEASURED_MS);
    const flatOut = await work(0, 0, FLAT_OUT_MS);
    const name = `claim among 100,000 open tasks, ${PEOPLE} people`;
    return [
      { name: `${name}, p50`, value: quantile(paced, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: quantile(paced, 0.95), unit: 'ms' },
      { name: `${name}, p99`, value: quantile(paced, 0.99), unit: 'ms' },
      {
        name: 'claims with their submits as fast as they go',
        value: flatOut.length / (FLAT_OUT_MS / 1000),
        unit: '1/s',
      },
    ];
  });
}

/** How long each claim took that began and ended within the measured time, sorted. */
async function measure(
  deps: Deps,
  people: readonly Actor[],
  of: { projectId: string; batchId: string },
  { pace, warmUpMs, measuredMs }: { pace: number; warmUpMs: number; measuredMs: number },
): Promise<number[]> {
  const start = performance.now();
  const [from, until] = [start + warmUpMs, start + warmUpMs + measuredMs];
  const took: number[] = [];
  await Promise.all(
    people.map(async (person, at) => {
      // People do not all begin at the same moment.
      let turn = start + (pace * at) / people.length;
      for (;;) {
        if (turn > performance.now()) {
          await new Promise((resolve) => setTimeout(resolve, turn - performance.now()));
        }
        const began = performance.now();
        if (began >= until) return;
        const [task] = await claimTasks(deps, person, { ...of, want: 1 });
        const ended = performance.now();
        if (began >= from && ended <= until) took.push(ended - began);
        if (task === undefined || task.leaseId === null) throw new Error('There was nothing to claim.');
        await submitTask(deps, person, {
          taskId: task.id,
          leaseId: task.leaseId,
          annotationId: deps.ids.next(),
          payload: ANSWER,
          activeMs: 900,
          toolVersion: 'bench',
        });
        turn += pace;
      }
    }),
  );
  return took.sort((a, b) => a - b);
}
