import {
  type AskedBatchKind,
  type BatchAssignment,
  type BatchControls,
  type BatchSelection,
  batchControls,
  MOST_CONTROL_SHARE,
  type Predicate,
} from '@assay/contracts';

/** A batch as it is being written. */
export type BatchDraft = {
  name: string;
  description: string;
  runId: string | null;
  labelSchemaId: string | null;
  labelSchemaVersionId: string | null;
  /** Empty: people are served without having read one. */
  guidelineId: string;
  kind: AskedBatchKind;
  /** The import that proposes answers; empty where only the rows themselves do. */
  prelabelImportId: string;
  where: string;
  take: 'all' | 'size' | 'quota';
  size: number | null;
  quotaColumn: string;
  quotaEach: number | null;
  order: BatchSelection['order'];
  likelihood: boolean;
  overlap: number | null;
  /** In per cent; null is what the rules of review say. */
  reviewRate: number | null;
  priority: number;
  /** A day, as the browser writes it; empty for none. */
  due: string;
  assignment: BatchAssignment;
  people: readonly string[];
  /** Control tasks for each hundred samples. */
  gold: number | null;
  seeded: number | null;
};

export const emptyBatch: BatchDraft = {
  name: '',
  description: '',
  runId: null,
  labelSchemaId: null,
  labelSchemaVersionId: null,
  guidelineId: '',
  kind: 'label',
  prelabelImportId: '',
  where: '',
  take: 'size',
  size: 100,
  quotaColumn: '',
  quotaEach: 20,
  order: 'shuffled',
  likelihood: false,
  overlap: 1,
  reviewRate: null,
  priority: 1,
  due: '',
  assignment: 'pull',
  people: [],
  gold: 0,
  seeded: 0,
};

/** Where something is missing: the name of the field, which is also its place on the page. */
export type BatchField =
  | 'name'
  | 'runId'
  | 'labelSchemaVersionId'
  | 'where'
  | 'size'
  | 'quotaColumn'
  | 'quotaEach'
  | 'overlap'
  | 'people'
  | 'due'
  | 'gold'
  | 'order'
  | 'prelabelImportId'
  | 'seeded';
export type BatchProblem = {
  field: BatchField;
  code: 'missing' | 'fewer-than-overlap' | 'past' | 'filter' | 'share' | 'blind-size';
};

/** Control tasks for each hundred samples at most. */
export const MOST_PER_CENT = MOST_CONTROL_SHARE * 100;

const isWhole = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value > 0;

/** What keeps a draft from being sent, in the order of the page. `whereReads` says whether the filter can be read. */
export function problemsOf(draft: BatchDraft, whereReads: boolean, now: Date): BatchProblem[] {
  const problems: BatchProblem[] = [];
  const missing = (field: BatchField, when: boolean) => {
    if (when) problems.push({ field, code: 'missing' });
  };
  missing('runId', draft.runId === null);
  if (!whereReads) problems.push({ field: 'where', code: 'filter' });
  missing('size', draft.take === 'size' && !isWhole(draft.size));
  missing('quotaColumn', draft.take === 'quota' && draft.quotaColumn === '');
  missing('quotaEach', draft.take === 'quota' && !isWhole(draft.quotaEach));
  missing('labelSchemaVersionId', draft.labelSchemaVersionId === null);
  missing('name', draft.name.trim() === '');
  missing('overlap', !isWhole(draft.overlap));
  if (draft.assignment === 'named' && isWhole(draft.overlap) && draft.people.length < draft.overlap) {
    problems.push({ field: 'people', code: draft.people.length === 0 ? 'missing' : 'fewer-than-overlap' });
  }
  for (const field of ['gold', 'seeded'] as const) {
    const value = draft[field] ?? 0;
    if (!(value >= 0 && value <= MOST_PER_CENT)) problems.push({ field, code: 'share' });
  }
  const due = dueMoment(draft.due);
  if (due !== null && due <= now) problems.push({ field: 'due', code: 'past' });
  return problems;
}

/** A percentage as it was typed, in thousandths; null where nothing was. */
export const rateOf = (percent: number | null): number | null =>
  percent === null ? null : Math.min(1000, Math.max(0, Math.round(percent * 10)));

/** The end of that day where the browser is. */
export function dueMoment(day: string): Date | null {
  if (day === '') return null;
  const moment = new Date(`${day}T23:59:59`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** The day of a moment where the browser is, as a date field writes it. */
export function dueDay(at: string | null): string {
  if (at === null) return '';
  const moment = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** How many rows a draft asks for, as far as it says so. */
export function howMany(draft: BatchDraft): Pick<BatchSelection, 'size' | 'quota'> {
  const { take, size, quotaColumn, quotaEach } = draft;
  return {
    size: take === 'size' && isWhole(size) ? size : null,
    quota:
      take === 'quota' && quotaColumn !== '' && isWhole(quotaEach)
        ? { column: quotaColumn, each: quotaEach }
        : null,
  };
}

/** How many control tasks are mixed in, as shares of the samples. */
export function controlsOf({ gold, seeded }: BatchDraft): BatchControls {
  return batchControls.parse({ gold: (gold ?? 0) / 100, seeded: (seeded ?? 0) / 100 });
}

export function selectionOf(draft: BatchDraft, where: Predicate, seed: string): BatchSelection {
  return {
    type: 'assay.batch-selection',
    version: 1,
    where,
    ...howMany(draft),
    order: draft.order,
    likelihood: draft.likelihood,
    seed,
  };
}
