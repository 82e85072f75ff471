import { type LabellingRates, type LabelWork, labelWork, type NoCostReason } from '@assay/contracts';
import type { AcceptedCount, RunForCost, WorkTime } from '@assay/db';
import {
  type Actor,
  costOfRows,
  costOfTime,
  hourOf,
  type RatesInForce,
  thousandthsEach,
  unitsOf,
} from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireBatchOf } from '../work/batch-record.ts';
import { labelNamesOf } from './labelling-numbers.ts';
import { ratesOf } from './labelling-rates.ts';
import { settleUndecided } from './settle-undecided.ts';

/** Money in the smallest unit of its currency; or why there is none. */
export type CostAmount = { known: true; units: number } | { known: false; reason: NoCostReason };

/** What each label costs, in thousandths of the smallest unit; or why that is undefined. */
export type CostEach = { defined: true; thousandths: number } | { defined: false; reason: NoCostReason };

type Line = readonly RatesInForce<LabellingRates>[];
/** Parts of the smallest unit as domain/cost/money has them; or why they are not known. */
type Parts = bigint | NoCostReason;

/** The rates that held when so many of the moments at which they change had passed. */
const ratesAt = (line: Line, edge: number): LabellingRates | null =>
  line[line[0]?.from === null ? edge : edge - 1]?.rates ?? null;

function ratesOn(line: Line, at: Date): LabellingRates | null {
  return line.filter(({ from }) => from === null || from <= at.getTime()).at(-1)?.rates ?? null;
}

const add = (a: Parts, b: Parts): Parts => (typeof a === 'string' ? a : typeof b === 'string' ? b : a + b);

type Time = { personId: string; work: LabelWork; edge: number; ms: bigint };

/** What time cost, each piece by the rates that held for it then. */
function costOfTimes(line: Line, times: readonly Time[]): Parts {
  let sum: Parts = 0n;
  for (const { personId, work, edge, ms } of times) {
    if (ms === 0n) continue;
    const rates = ratesAt(line, edge);
    const hour = rates === null ? null : hourOf(rates, work, personId);
    sum = add(sum, hour === null ? 'no-rate' : costOfTime(ms, hour));
  }
  return sum;
}

type RowsOfRun = { run: RunForCost; rows: bigint };

/** What it cost to make rows, each run by the rates that held when it was made; imported rows were made elsewhere. */
function costOfMaking(line: Line, made: readonly RowsOfRun[]): Parts {
  let sum: Parts = 0n;
  for (const { run, rows } of made) {
    if (run.kind === 'imported' || run.rows === null) continue;
    const rate = ratesOn(line, run.createdAt)?.machine ?? null;
    const of = { rows: run.rows, workerMs: run.workerMs };
    sum = add(sum, rate === null ? 'no-machine-rate' : costOfRows(rate, rows, of));
  }
  return sum;
}

const amountOf = (parts: Parts): CostAmount =>
  typeof parts === 'string' ? { known: false, reason: parts } : { known: true, units: unitsOf(parts) };

function eachOf(parts: Parts, accepted: number): CostEach {
  if (accepted === 0) return { defined: false, reason: 'nothing-accepted' };
  if (typeof parts === 'string') return { defined: false, reason: parts };
  return { defined: true, thousandths: thousandthsEach(parts, accepted) };
}

const sumMs = (times: readonly { ms: bigint }[]): number =>
  Number(times.reduce((sum, { ms }) => sum + ms, 0n));

/** Time and money, all of it and for each accepted label. */
function figuresOf(line: Line, accepted: number, times: readonly Time[], made: readonly RowsOfRun[]) {
  const [human, machine] = [costOfTimes(line, times), costOfMaking(line, made)];
  return {
    accepted,
    activeMs: sumMs(times),
    human: amountOf(human),
    machine: amountOf(machine),
    each: {
      human: eachOf(human, accepted),
      machine: eachOf(machine, accepted),
      all: eachOf(add(human, machine), accepted),
    },
  };
}

const timeOf = (row: WorkTime): Time => ({ ...row, work: labelWork.parse(row.work) });

/**
 * What accepted labels cost: the time of people at the rates that held then and the share of their rows in what making
 * the run cost, over the labels that a version of accepted samples would take now, by what most say where answers
 * differ. Of a project or of one batch; since the beginning, since a label is accepted now and not in a window of time.
 */
export function labelCosts(deps: Deps, actor: Actor, input: { projectId: string; batchId: string | null }) {
  const { projectId, batchId } = input;
  return query(deps, actor, async (t) => {
    await t.costs.atOneMoment();
    if (batchId !== null) await requireBatchOf(t, projectId, batchId);
    const line = await ratesOf(t, projectId);
    const edges = line.flatMap(({ from }) => (from === null ? [] : [new Date(from)]));
    const worked = await t.costs.times(input, edges);
    const first = await t.costs.count(input, edges, []);
    const settled = await settleUndecided(t, first.undecided);
    const { counts } = settled.length === 0 ? first : await t.costs.count(input, edges, settled);
    const times = worked.map(timeOf);
    const countsOf = (of: AcceptedCount['of']) => counts.filter((each) => each.of === of);
    const accepted = (of: AcceptedCount['of'], id: string) =>
      Number(countsOf(of).find((each) => each.a === id)?.n ?? 0n);
    const runs = await t.costs.runs([...new Set(countsOf('rows').flatMap(({ a }) => a ?? []))]);
    const made = (of: readonly AcceptedCount[], run: 'a' | 'b' | 'c'): RowsOfRun[] =>
      of.flatMap((each) => {
        const found = runs.find(({ id }) => id === each[run]);
        return found === undefined ? [] : [{ run: found, rows: each.n }];
      });
    const batches = await t.costs.batches([
      ...new Set([
        ...worked.map((each) => each.batchId),
        ...countsOf('batch rows').flatMap(({ a }) => a ?? []),
      ]),
    ]);
    const people = [
      ...new Set([...times.map((each) => each.personId), ...countsOf('person').flatMap(({ a }) => a ?? [])]),
    ];
    const [names, personNames] = [await labelNamesOf(t, projectId), await t.members.names(people)];
    const labelTimes = countsOf('label time');
    return {
      currency: line.at(-1)?.rates.currency ?? null,
      total: figuresOf(line, Number(countsOf('all')[0]?.n ?? 0n), times, made(countsOf('rows'), 'a')),
      /** Decisions whose time was not measured: it is not counted. */
      unmeasured: worked.reduce((sum, each) => sum + each.unmeasured, 0),
      work: labelWork.options.flatMap((work) => {
        const own = times.filter((each) => each.work === work);
        const activeMs = sumMs(own);
        return activeMs === 0 ? [] : [{ work, activeMs, cost: amountOf(costOfTimes(line, own)) }];
      }),
      batches: batches.map((batch) => ({
        ...batch,
        ...figuresOf(
          line,
          accepted('batch', batch.id),
          worked.filter((each) => each.batchId === batch.id).map(timeOf),
          made(
            countsOf('batch rows').filter(({ a }) => a === batch.id),
            'b',
          ),
        ),
      })),
      people: people
        .map((userId) => {
          const own = times.filter((each) => each.personId === userId);
          const cost = costOfTimes(line, own);
          const labels = accepted('person', userId);
          return {
            userId,
            name: personNames.get(userId) ?? null,
            accepted: labels,
            activeMs: sumMs(own),
            human: amountOf(cost),
            each: eachOf(cost, labels),
          };
        })
        .sort((a, b) => b.accepted - a.accepted || (a.name ?? '').localeCompare(b.name ?? '')),
      labels: countsOf('label')
        .map(({ a, b, n }) => {
          const same = (each: AcceptedCount) => each.a === a && each.b === b;
          const own = labelTimes.filter(same).map(
            ({ c, work, edge, n: ms }): Time => ({
              personId: c ?? '',
              work: labelWork.parse(work),
              edge: edge ?? 0,
              ms,
            }),
          );
          return {
            questionId: a ?? '',
            question: names.questions.get(a ?? '') ?? null,
            labelId: b ?? '',
            label: names.labels.get(b ?? '') ?? null,
            ...figuresOf(line, Number(n), own, made(countsOf('label rows').filter(same), 'c')),
          };
        })
        .sort((x, y) => (x.question ?? '').localeCompare(y.question ?? '') || y.accepted - x.accepted),
    };
  });
}
