'use client';

import { Combobox, Field, Input, MultiSelect, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { PredicateInput } from '../../data/predicate-input.tsx';
import type { ColumnInfo } from '../../data/use-all-columns.ts';
import type { ConstraintDraft } from '../draft.ts';

const COMPARATORS = ['<', '<=', '>', '>='] as const;

/** The fields that a constraint of its kind has. */
export function ConstraintFields({
  line,
  columns,
  disabled,
  onChange,
}: {
  line: ConstraintDraft;
  columns: readonly ColumnInfo[];
  disabled: boolean;
  onChange: (part: Partial<ConstraintDraft>) => void;
}) {
  const t = useTranslations('recipes.editor.constraints');
  const numeric = line.kind === 'sum';
  const options = columns
    .filter((column) => !numeric || column.type === 'integer' || column.type === 'decimal')
    .map((column) => ({ value: column.name, label: column.name }));
  const one = (label: string, value: string, name: 'column' | 'other') => (
    <Field label={label} className="min-w-0 flex-1 basis-44">
      <Combobox
        disabled={disabled}
        options={options}
        value={value === '' ? undefined : value}
        onChange={(next) => onChange({ [name]: next })}
      />
    </Field>
  );
  const many = (label: string) => (
    <Field label={label} className="min-w-0 flex-1 basis-60">
      <MultiSelect
        disabled={disabled}
        options={options}
        value={line.columns}
        onChange={(next) => onChange({ columns: next })}
      />
    </Field>
  );
  const bound = (label: string, name: 'low' | 'high') => (
    <Field label={label} className="w-32" optional>
      <Input
        value={line[name]}
        disabled={disabled}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  switch (line.kind) {
    case 'range':
      return (
        <>
          {one(t('column'), line.column, 'column')}
          {bound(t('low'), 'low')}
          {bound(t('high'), 'high')}
        </>
      );
    case 'inequality':
      return (
        <>
          {one(t('column'), line.column, 'column')}
          <Field label={t('comparator')} className="w-36">
            <Select
              disabled={disabled}
              value={line.comparator}
              onChange={(event) =>
                onChange({
                  comparator: COMPARATORS.find((each) => each === event.target.value) ?? line.comparator,
                })
              }
              options={COMPARATORS.map((each) => ({ value: each, label: t(`comparators.${each}`) }))}
            />
          </Field>
          {one(t('other'), line.other, 'other')}
        </>
      );
    case 'sum':
      return (
        <>
          {one(t('total'), line.column, 'column')}
          {many(t('parts'))}
        </>
      );
    case 'formula':
      return (
        <>
          {one(t('column'), line.column, 'column')}
          <Field label={t('formula')} hint={t('formulaHint')} className="min-w-0 flex-1 basis-72">
            <Input
              className="font-mono"
              value={line.text}
              disabled={disabled}
              maxLength={2000}
              onChange={(event) => onChange({ text: event.target.value })}
            />
          </Field>
        </>
      );
    case 'unique':
      return one(t('column'), line.column, 'column');
    case 'combinations':
      return many(t('columns'));
    case 'dependency':
      return (
        <>
          {one(t('column'), line.column, 'column')}
          {many(t('from'))}
        </>
      );
    case 'rule':
      return (
        <Field label={t('where')} className="min-w-0 flex-1 basis-72">
          <PredicateInput
            columns={columns}
            text={line.text}
            label={t('where')}
            problem={null}
            onText={(text) => onChange({ text })}
          />
        </Field>
      );
  }
}
