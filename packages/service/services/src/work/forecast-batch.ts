import { type BatchKind, notFound } from '@assay/contracts';
import type { BatchAsks, MeasuredWork, Repositories } from '@assay/db';
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

/** What was measured in a project, and what each of its batches asks for. */
export type MeasuredProject = {
  work: readonly MeasuredWork[];
  asks: readonly BatchAsks[];
};

export async function measuredProject(t: Repositories, projectId: string): Promise<MeasuredProject> {
  return {
    work: await t.labelling.measured(projectId, WINDOW_DAYS),
    asks: await t.labelling.asks(projectId),
  };
}

/** Each person's work on some batches together. */
function peopleOf(work: readonly MeasuredWork[]): MeasuredPerson[] {
  const people = new Map<string, MeasuredPerson>();
  for (const { personId, answers, activeMs, days } of work) {
    const known = people.get(personId);
    people.set(personId, {
      personId,
      answers: answers + (known?.answers ?? 0),
      activeMs: activeMs + (known?.activeMs ?? 0),
      days: Math.max(days, known?.days ?? 0),
    });
  }
  return [...people.values()];
}

/** Those of the people for whom work is; all of them where it is for anybody, or where none of those was measured. */
function whoCounts(measured: readonly MeasuredPerson[], people: readonly string[] | null): MeasuredPerson[] {
  const named = people === null ? [] : measured.filter((each) => people.includes(each.personId));
  return named.length === 0 ? [...measured] : named;
}

/**
 * Looks ahead from the nearest work that was measured: the batch itself, then batches of the same kind with the same
 * questions, then everything in the project. Never from anything else.
 */
export function forecastOf(
  { work, asks }: MeasuredProject,
  of: {
    batchId: string | null;
    kind: BatchKind;
    labelSchemaId: string | null;
    people: readonly string[] | null;
    tasks: number;
  },
): Forecast {
  const alike = new Set(
    asks
      .filter((each) => each.kind === of.kind && each.labelSchemaId === of.labelSchemaId)
      .map((each) => each.id),
  );
  const steps: [ForecastBasis, (each: MeasuredWork) => boolean][] = [
    ['batch', (each) => each.batchId === of.batchId],
    ['same-questions', (each) => alike.has(each.batchId)],
    ['project', () => true],
  ];
  let found: Forecast = { known: false, reason: 'too-few-answers', answers: 0 };
  for (const [basis, counts] of steps) {
    found = forecastWork(of.tasks, basis, whoCounts(peopleOf(work.filter(counts)), of.people));
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
    return forecastOf(await measuredProject(t, input.projectId), { ...input, batchId: null });
  });
}
