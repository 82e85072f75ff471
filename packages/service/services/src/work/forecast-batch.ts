import { type BatchKind, notFound } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import {
  type Actor,
  type Forecast,
  type ForecastBasis,
  forecastWork,
  type MeasuredPerson,
} from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireLabelSchema } from '../label-schemas/label-schema-record.ts';

/** Work longer ago was done by other people at another pace. */
const WINDOW_DAYS = 28;

/** Those of the people for whom work is; all of them where it is for anybody, or where none of those was measured. */
function whoCounts(measured: readonly MeasuredPerson[], people: readonly string[] | null): MeasuredPerson[] {
  const named = people === null ? [] : measured.filter((each) => people.includes(each.personId));
  return named.length === 0 ? [...measured] : named;
}

/**
 * Looks ahead from the nearest work that was measured: the batch itself, then batches of the same kind with the same
 * questions, then everything in the project. Never from anything else.
 */
export async function forecastOf(
  t: Repositories,
  of: {
    projectId: string;
    batchId: string | null;
    kind: BatchKind;
    labelSchemaId: string | null;
    people: readonly string[] | null;
    tasks: number;
  },
): Promise<Forecast> {
  const alike =
    of.labelSchemaId === null ? [] : await t.labelling.alike(of.projectId, of.kind, of.labelSchemaId);
  const steps: [ForecastBasis, readonly string[] | null][] = [
    ['batch', of.batchId === null ? [] : [of.batchId]],
    ['same-questions', alike],
    ['project', null],
  ];
  let found: Forecast = { known: false, reason: 'too-few-answers', answers: 0 };
  for (const [basis, batchIds] of steps) {
    if (batchIds?.length === 0) continue;
    const measured = await t.labelling.measured(of.projectId, WINDOW_DAYS, batchIds);
    found = forecastWork(of.tasks, basis, whoCounts(measured, of.people));
    if (found.known || found.reason === 'nothing-left') return found;
  }
  return found;
}

/** How long a batch would take that is not made yet. */
export function forecastBatch(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    kind: BatchKind;
    labelSchemaId: string | null;
    tasks: number;
    people: readonly string[] | null;
  },
): Promise<Forecast> {
  return query(deps, actor, async (t) => {
    if (input.labelSchemaId !== null) {
      const schema = await requireLabelSchema(t, input.labelSchemaId);
      if (schema.projectId !== input.projectId) throw notFound('label schema');
    }
    return forecastOf(t, { ...input, batchId: null });
  });
}
