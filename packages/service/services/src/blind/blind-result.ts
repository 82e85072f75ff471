import { annotation, blindTest, controlTruth } from '@assay/contracts';
import type { BlindAnswerRow } from '@assay/db';
import { type Actor, markedColumns, saidOrigin } from '@assay/domain';
import { signFlipTest, wilsonOfClusters } from '@assay/stats';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { batchStatusOf, requireBatch } from '../work/batch-record.ts';

/** Synthetic rows that most people recognised, listed at most. */
const MOST_RECOGNISED = 20;

type Answer = {
  item: number;
  row: number;
  personId: string;
  isReal: boolean;
  /** Null where it was skipped. */
  isRight: boolean | null;
  marked: string[];
};

function answerOf(row: BlindAnswerRow): Answer {
  const truth = controlTruth.parse(row.truth);
  const said = row.payload === null ? null : annotation.parse(row.payload);
  const isReal = truth.kind === 'blind' && truth.origin === 'real';
  const origin = said === null ? null : saidOrigin(said);
  return {
    item: row.item,
    row: row.row,
    personId: row.personId,
    isReal,
    isRight: origin === null ? null : (origin === 'real') === isReal,
    marked: said === null ? [] : markedColumns(said),
  };
}

/** Answers by a key, in the order in which keys come first. */
function groups<K>(answers: readonly Answer[], keyOf: (answer: Answer) => K): Map<K, Answer[]> {
  const found = new Map<K, Answer[]>();
  for (const answer of answers) {
    const key = keyOf(answer);
    const group = found.get(key);
    if (group === undefined) found.set(key, [answer]);
    else group.push(answer);
  }
  return found;
}

const itemsOf = (answers: readonly Answer[]) => [...groups(answers, ({ item }) => item).values()];
const rightOf = (answers: readonly Answer[]) => answers.filter(({ isRight }) => isRight === true).length;

/**
 * How often rows were told apart, with a 95% interval, and the exact chance of a share at least as far from one half if
 * nobody could: the origins of the rows were drawn by fair coins, so that under chance each row's answers, as right ones
 * less wrong ones, have either sign alike. Several answers to one row are one draw.
 */
function toldApart(answers: readonly Answer[]) {
  const items = itemsOf(answers);
  const weights = items.map((of) => 2 * rightOf(of) - of.length);
  const interval = wilsonOfClusters(items.map((of) => ({ successes: rightOf(of), n: of.length })));
  const test = signFlipTest(weights);
  return {
    n: answers.length,
    right: rightOf(answers),
    rows: items.length,
    rate: interval.ok ? interval.value : null,
    p: test.ok ? test.value : null,
  };
}

/** Of rows of one origin: how many answers called them real. */
function calledReal(answers: readonly Answer[], isReal: boolean) {
  const of = answers.filter((answer) => answer.isReal === isReal);
  const callsReal = ({ isRight }: Answer) => isRight === isReal;
  const interval = wilsonOfClusters(
    itemsOf(of).map((answersOf) => ({ successes: answersOf.filter(callsReal).length, n: answersOf.length })),
  );
  return { n: of.length, called: of.filter(callsReal).length, rate: interval.ok ? interval.value : null };
}

/** Which cells people marked, of rows of each origin. */
function tellsOf(answers: readonly Answer[], columns: readonly string[]) {
  const marks = (isReal: boolean, column: string) =>
    answers.filter((answer) => answer.isReal === isReal && answer.marked.includes(column)).length;
  return columns
    .map((column) => ({ column, synthetic: marks(false, column), real: marks(true, column) }))
    .filter((each) => each.synthetic + each.real > 0)
    .sort((a, b) => b.synthetic - a.synthetic || b.real - a.real || a.column.localeCompare(b.column));
}

/** Synthetic rows of which more than half of their answers said so, those with most such answers first. */
function recognisedOf(answers: readonly Answer[]) {
  const synthetic = answers.filter(({ isReal }) => !isReal);
  return itemsOf(synthetic)
    .map((of) => ({
      row: of[0]?.row ?? 0,
      n: of.length,
      right: rightOf(of),
      columns: [...new Set(of.flatMap(({ marked }) => marked))],
    }))
    .filter(({ n, right }) => 2 * right > n)
    .sort((a, b) => b.right - a.right || b.columns.length - a.columns.length || a.row - b.row)
    .slice(0, MOST_RECOGNISED);
}

/**
 * What came of a blind test, once it has ended: before that, whoever saw it could not answer blindly any more, and
 * looking again and again until chance gives a small p would be possible.
 */
export function blindResult(deps: Deps, actor: Actor, input: { batchId: string }) {
  return query(deps, actor, async (t) => {
    const batch = await requireBatch(t, input.batchId);
    if (batch.kind !== 'blind') return { state: 'none' as const };
    const blind = blindTest.parse(batch.blind);
    const about = { size: blind.size, columns: blind.columns, leftOut: blind.leftOut };
    const status = batchStatusOf(batch);
    if (status !== 'DONE' && status !== 'CANCELLED') return { state: 'blind' as const, ...about };
    const all = (await t.controls.blindAnswers(batch.id)).map(answerOf);
    const answers = all.filter(({ isRight }) => isRight !== null);
    const byPerson = groups(answers, ({ personId }) => personId);
    const names = await t.members.names([...byPerson.keys()]);
    return {
      state: 'open' as const,
      ...about,
      total: toldApart(answers),
      real: calledReal(answers, true),
      synthetic: calledReal(answers, false),
      skipped: all.length - answers.length,
      people: [...byPerson]
        .map(([userId, of]) => ({ userId, name: names.get(userId) ?? null, ...toldApart(of) }))
        .sort((a, b) => b.n - a.n || (a.name ?? '').localeCompare(b.name ?? '')),
      tells: tellsOf(answers, blind.columns),
      recognised: recognisedOf(answers),
    };
  });
}
