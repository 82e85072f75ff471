'use client';

import { useTranslations } from 'next-intl';
import type { BatchDraft, BatchField, BatchProblem } from './draft.ts';

/** Names of the fields in what the server says of an input, and where they are on the page. */
const FIELDS: Readonly<Record<string, BatchField>> = {
  name: 'name',
  runId: 'runId',
  labelSchemaVersionId: 'labelSchemaVersionId',
  'selection.where': 'where',
  'selection.quota': 'quotaColumn',
  'selection.quota.column': 'quotaColumn',
  'selection.size': 'size',
  size: 'size',
  overlap: 'overlap',
  people: 'people',
  dueAt: 'due',
  'selection.order': 'order',
  'selection.likelihood': 'order',
  'controls.gold': 'gold',
  'controls.seeded': 'seeded',
  prelabelImportId: 'prelabelImportId',
};

/** What is wrong with a batch, in words beside the field that it is about. */
export function useBatchWords() {
  const t = useTranslations('batches.new.problems');
  return {
    problemText: ({ field, code }: BatchProblem): string =>
      code === 'missing' ? t(`missing.${field}` as never) : t(code),
    fieldOfRefusal: (field: string | null): BatchField | null =>
      field === null ? null : (FIELDS[field] ?? null),
  };
}

export type BatchFormPart = {
  projectId: string;
  draft: BatchDraft;
  set: (part: Partial<BatchDraft>) => void;
  errorAt: (field: BatchField) => string | undefined;
};
