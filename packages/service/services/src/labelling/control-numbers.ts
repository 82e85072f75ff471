import {
  annotation,
  type ControlKind,
  type ControlOutcome,
  controlKind,
  controlOutcome,
  controlTruth,
  type FaultKind,
  faultKind,
  type LabelSchema,
  labelSchema,
} from '@assay/contracts';
import type { ControlAnswerRow, ControlFilter, ControlNumbers, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { wilson } from '@assay/stats';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireBatchOf } from '../work/batch-record.ts';
import { comparedAnswers } from '../work/compared-answers.ts';
import { labelNamesOf } from './labelling-numbers.ts';

/** A share of control tasks with its 95% Wilson interval; null where there is none. */
function rateOf(numbers: readonly ControlNumbers[]) {
  const sum = (of: (each: ControlNumbers) => number) => numbers.reduce((all, each) => all + of(each), 0);
  const [n, good] = [sum((each) => each.n), sum((each) => each.good)];
  const interval = wilson(good, n);
  return {
    n,
    good,
    skipped: sum((each) => each.skipped),
    rate: interval.ok ? interval.value : null,
  };
}

const both = (numbers: readonly ControlNumbers[]) => ({
  gold: rateOf(numbers.filter((each) => each.kind === 'gold')),
  seeded: rateOf(numbers.filter((each) => each.kind === 'seeded')),
});

async function requireBatchHere(t: Repositories, { projectId, batchId }: ControlFilter): Promise<void> {
  if (batchId !== null) await requireBatchOf(t, projectId, batchId);
}

/** How often gold was answered rightly and planted faults were caught: by all, by person, by kind of fault. */
export function controlNumbers(deps: Deps, actor: Actor, input: ControlFilter) {
  return query(deps, actor, async (t) => {
    await requireBatchHere(t, input);
    const numbers = await t.controls.numbers(input);
    const ids = [...new Set(numbers.flatMap((each) => each.personId ?? []))];
    const names = await t.members.names(ids);
    return {
      total: both(numbers),
      people: ids
        .map((userId) => ({
          userId,
          name: names.get(userId) ?? null,
          ...both(numbers.filter((each) => each.personId === userId)),
        }))
        .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '')),
      faults: faultKind.options.flatMap((fault) => {
        const of = numbers.filter((each) => each.fault === fault);
        return of.length === 0 ? [] : [{ fault, ...rateOf(of) }];
      }),
    };
  });
}

type Names = { labels: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> };

function answerView(row: ControlAnswerRow, schema: LabelSchema, { labels, people }: Names) {
  const truth = controlTruth.parse(row.truth);
  const given = row.payload === null ? null : annotation.parse(row.payload);
  return {
    id: row.id,
    batch: { id: row.batchId, number: row.batchNumber, name: row.batchName },
    item: row.item,
    row: row.row,
    person: { userId: row.personId, name: people.get(row.personId) ?? null },
    kind: controlKind.parse(row.kind),
    outcome: controlOutcome.parse(row.outcome),
    at: row.createdAt,
    fault: truth.kind === 'seeded' ? truth.fault : null,
    questions: truth.kind === 'gold' ? comparedAnswers(schema, truth.answer, given, labels) : [],
  };
}

/** Answers to control tasks, newest first: what was known or planted, and what was said. */
export function controlAnswers(
  deps: Deps,
  actor: Actor,
  input: ControlFilter & {
    kind: ControlKind | null;
    outcome: ControlOutcome | null;
    fault: FaultKind | null;
    limit: number;
    before: string | null;
  },
) {
  return query(deps, actor, async (t) => {
    const { limit, before, ...filter } = input;
    await requireBatchHere(t, filter);
    const rows = await t.controls.list(filter, limit, before);
    const page = rows.slice(0, limit);
    const names = {
      labels: (await labelNamesOf(t, filter.projectId)).labels,
      people: await t.members.names(page.map((row) => row.personId)),
    };
    const schemas = new Map<string, LabelSchema>();
    for (const id of new Set(page.map((row) => row.labelSchemaVersionId))) {
      schemas.set(id, labelSchema.parse((await t.labelSchemas.version(id))?.document));
    }
    return {
      answers: page.map((row) =>
        answerView(row, schemas.get(row.labelSchemaVersionId) as LabelSchema, names),
      ),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
