import { type LabelSchema, labelSchema, skipReason } from '@assay/contracts';
import type { AnswerNumbers, LabellingFilter, Repositories } from '@assay/db';
import { type Actor, BLIND_SCHEMA } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireBatchOf } from '../work/batch-record.ts';

export type LabellingInput = Omit<LabellingFilter, 'personId'>;

/** Names of questions and labels by their ids, which mean the same in all versions; the newest names stand. */
export type LabelNames = {
  questions: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, string>;
};

/** The names that the label schemas of a project's batches give. */
export async function labelNamesOf(t: Repositories, projectId: string): Promise<LabelNames> {
  const questions = new Map<string, string>();
  const labels = new Map<string, string>();
  const stored = await t.labelling.documents(projectId);
  const documents: LabelSchema[] = stored.map((row) => labelSchema.parse(row.document));
  for (const document of [...documents, BLIND_SCHEMA]) {
    for (const question of document.questions) {
      questions.set(question.id, question.name);
      if (question.kind !== 'single' && question.kind !== 'multiple') continue;
      for (const label of question.labels) labels.set(label.id, label.name);
    }
  }
  return { questions, labels };
}

export function timesOf({ answers, activeMs, quartiles }: AnswerNumbers) {
  const [q1, median, q3] = quartiles ?? [null, null, null];
  return { answers, activeMs: activeMs ?? 0, q1, median, q3 };
}

/** Counts in three transactions side by side: each takes its time where there are many answers. */
async function numbersOf(deps: Deps, actor: Actor, filter: LabellingFilter) {
  if (filter.batchId !== null) {
    const { projectId, batchId } = filter;
    await query(deps, actor, (t) => requireBatchOf(t, projectId, batchId));
  }
  const [{ labels, names }, groups, skips] = await Promise.all([
    query(deps, actor, async (t) => ({
      labels: await t.labelling.labels(filter),
      names: await labelNamesOf(t, filter.projectId),
    })),
    query(deps, actor, (t) => t.labelling.answers(filter)),
    query(deps, actor, (t) => t.labelling.skips(filter)),
  ]);
  const all = groups.find((group) => group.personId === null && group.day === null);
  const byPerson = groups.filter((group) => group.personId !== null);
  const ids = [
    ...new Set([...byPerson.flatMap((group) => group.personId ?? []), ...skips.map((each) => each.personId)]),
  ];
  const people = await query(deps, actor, (t) => t.members.names(ids));
  const skipped = (which: (each: (typeof skips)[number]) => boolean) =>
    skips.filter(which).reduce((sum, each) => sum + each.tasks, 0);
  const none = { answers: 0, activeMs: 0, q1: null, median: null, q3: null };
  return {
    total: {
      ...(all === undefined ? none : timesOf(all)),
      skipped: skipped(() => true),
      people: byPerson.length,
    },
    days: groups
      .flatMap((group) => (group.day === null ? [] : [{ day: group.day, ...timesOf(group) }]))
      .sort((a, b) => a.day.localeCompare(b.day)),
    people: ids
      .map((userId) => {
        const group = byPerson.find((each) => each.personId === userId);
        return {
          userId,
          name: people.get(userId) ?? null,
          ...(group === undefined ? none : timesOf(group)),
          skipped: skipped((each) => each.personId === userId),
          lastAt: group?.lastAt ?? null,
        };
      })
      .sort((a, b) => b.answers - a.answers || (a.name ?? '').localeCompare(b.name ?? '')),
    labels: labels
      .map((each) => ({
        questionId: each.questionId,
        question: names.questions.get(each.questionId) ?? null,
        labelId: each.labelId,
        label: names.labels.get(each.labelId) ?? null,
        ...timesOf(each),
      }))
      .sort((a, b) => (a.question ?? '').localeCompare(b.question ?? '') || b.answers - a.answers),
    skips: skipReason.options
      .map((reason) => ({ reason, tasks: skipped((each) => each.reason === reason) }))
      .filter((each) => each.tasks > 0)
      .sort((a, b) => b.tasks - a.tasks),
  };
}

export type LabellingNumbers = Awaited<ReturnType<typeof numbersOf>>;

/** What everybody did: for who leads the work. */
export function labellingNumbers(
  deps: Deps,
  actor: Actor,
  input: LabellingInput & { personId: string | null },
): Promise<LabellingNumbers> {
  return numbersOf(deps, actor, input);
}

/** What one did oneself, and nothing of anybody else. */
export function myLabellingNumbers(
  deps: Deps,
  actor: Actor,
  input: LabellingInput,
): Promise<LabellingNumbers> {
  const personId = requirePerson(actor);
  return numbersOf(deps, actor, { ...input, personId });
}

/** What differs whenever one of the numbers of a project may: asked often, so that they are counted only then. */
export function labellingPulse(
  deps: Deps,
  actor: Actor,
  input: { projectId: string },
): Promise<{ pulse: string }> {
  return query(deps, actor, async (t) => ({ pulse: await t.labelling.pulse(input.projectId) }));
}
