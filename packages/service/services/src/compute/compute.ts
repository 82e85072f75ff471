import type { Report } from '@assay/contracts';
import { similarOrder, type Table } from '@assay/stats';
import type { Control } from '@assay/synthesis';
import { nearDuplicates } from '@assay/vision';
import { fitDocument } from '../generation/fit-document.ts';
import type { FittedModelDocument } from '../generation/model-document.ts';
import {
  type ComparedFeature,
  comparePictureSets,
  type PictureSets,
} from '../images/compare-picture-sets.ts';
import { findTwins, type Twins, type TwinsRequest } from '../images/find-twins.ts';
import { computeStage, type ReportStage } from '../reports/build-report.ts';
import type { ReportTables } from '../reports/report-tables.ts';
import {
  type LabelLikelihoods,
  type LikelihoodRequest,
  labelLikelihoods,
} from '../work/label-likelihoods.ts';

type FitTask = { kind: 'fit'; request: Omit<Parameters<typeof fitDocument>[0], 'control'> };
type LikelihoodTask = { kind: 'likelihood'; request: LikelihoodRequest };
type SimilarTask = { kind: 'similar'; request: { table: Table } };
type AlikeTask = { kind: 'alike'; request: { hashes: readonly string[]; distance: number } };
type SetsTask = { kind: 'sets'; request: PictureSets };
type TwinsTask = { kind: 'twins'; request: TwinsRequest };
type StageTask = { kind: 'stage'; stage: ReportStage; tables: ReportTables };

/** Work that takes seconds to minutes without a pause. Plain data, so that it can be handed to a thread. */
export type ComputeTask =
  | AlikeTask
  | FitTask
  | LikelihoodTask
  | SetsTask
  | SimilarTask
  | StageTask
  | TwinsTask;

export type ComputeResult<T extends ComputeTask> = T extends FitTask
  ? FittedModelDocument
  : T extends LikelihoodTask
    ? LabelLikelihoods
    : T extends SimilarTask
      ? { order: Int32Array }
      : T extends AlikeTask
        ? { groups: number[][] }
        : T extends TwinsTask
          ? Twins
          : T extends SetsTask
            ? { features: ComparedFeature[] }
            : Report[ReportStage];

/** Does the work here and now. */
export function compute<T extends ComputeTask>(task: T, control: Control): ComputeResult<T>;
export function compute(task: ComputeTask, control: Control): ComputeResult<ComputeTask> {
  switch (task.kind) {
    case 'alike':
      return { groups: nearDuplicates(task.request.hashes, task.request.distance) };
    case 'fit':
      return fitDocument({ ...task.request, control });
    case 'likelihood':
      return labelLikelihoods(task.request, control);
    case 'sets':
      return { features: comparePictureSets(task.request, () => control.throwIfAborted()) };
    case 'similar':
      return { order: similarOrder(task.request.table) };
    case 'stage':
      return computeStage(task.stage, task.tables, control);
    case 'twins':
      return findTwins(task.request);
  }
}

/** As much as a hash costs: ten thousand of them take a tenth of a second. */
const CELLS_OF_A_HASH = 100;

/** How many cells the work goes over: a measure of whether it is worth a thread. */
export function cellsOf(task: ComputeTask): number {
  // Each hash is looked up in tables, and compared with those that share a part with it.
  if (task.kind === 'alike') return task.request.hashes.length * CELLS_OF_A_HASH;
  // Every picture is compared with every other.
  if (task.kind === 'sets') return (task.request.real.length + task.request.made.length) ** 2;
  if (task.kind === 'twins') {
    return (task.request.own.length + task.request.real.length) * CELLS_OF_A_HASH;
  }
  const tables =
    task.kind !== 'stage'
      ? [task.request.table]
      : [
          task.tables.real,
          task.tables.synthetic,
          ...(task.tables.unseen === null ? [] : [task.tables.unseen]),
        ];
  return tables.reduce((sum, table) => sum + table.rows * table.columns.length, 0);
}
