'use client';

import type { Comparator, Literal, Predicate } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import { Button, Combobox, Field, Input, MultiSelect, Popover, Select } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { useQuery } from '~/trpc/use-query.ts';
import type { TableAdapter, TableColumnInfo } from './table-adapter.ts';

const ORDERED = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'missing', 'present'] as const;
const NAMED = ['eq', 'ne', 'in', 'contains', 'starts', 'ends', 'missing', 'present'] as const;
type Test = (typeof ORDERED)[number] | (typeof NAMED)[number];
const COMPARATORS: Partial<Record<Test, Comparator>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

function literalOf(text: string, column: TableColumnInfo): Literal {
  if (column.type === 'boolean') return text === 'true';
  const number = Number(text);
  return column.type === 'integer' || column.type === 'decimal'
    ? text.trim() !== '' && Number.isSafeInteger(number)
      ? number
      : Number.isFinite(number) && column.type === 'decimal'
        ? number
        : text
    : text;
}

function conditionOf(
  column: TableColumnInfo,
  test: Test,
  first: string,
  second: string,
  many: readonly string[],
): Predicate | null {
  const { name } = column;
  const comparator = COMPARATORS[test];
  if (test === 'missing') return { op: 'missing', column: name };
  if (test === 'present') return { op: 'not', arg: { op: 'missing', column: name } };
  if (test === 'in') return many.length === 0 ? null : { op: 'in', column: name, values: [...many] };
  if (first === '') return null;
  if (comparator !== undefined)
    return { op: 'compare', column: name, comparator, value: literalOf(first, column) };
  if (test === 'between') {
    return second === ''
      ? null
      : { op: 'between', column: name, low: literalOf(first, column), high: literalOf(second, column) };
  }
  const op = test === 'contains' ? 'contains' : test === 'starts' ? 'starts-with' : 'ends-with';
  return { op, column: name, text: first, matchCase: false };
}

/** A simple condition without typing its language; it is added to the filter with `and`. */
export function ConditionBuilder({
  table,
  column,
  onColumn,
  open,
  onOpenChange,
  onAdd,
}: {
  table: Pick<TableAdapter, 'key' | 'columns' | 'stats'>;
  column: string | null;
  onColumn: (name: string) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdd: (text: string) => void;
}) {
  const t = useTranslations('data.filter');
  const chosen = table.columns.find((each) => each.name === column);
  return (
    <Popover
      label={t('add')}
      open={open}
      onOpenChange={onOpenChange}
      trigger={<Button icon={<Plus aria-hidden />}>{t('add')}</Button>}
    >
      <div className="space-y-3">
        <Field label={t('column')}>
          <Combobox
            options={table.columns
              .filter((each) => each.maskedReason === null)
              .map((each) => ({
                value: each.name,
                label: each.name,
                ...(each.label === each.name ? {} : { hint: each.label }),
              }))}
            value={column ?? undefined}
            onChange={onColumn}
          />
        </Field>
        {chosen === undefined ? null : (
          <ConditionForm
            key={chosen.name}
            table={table}
            column={chosen}
            onAdd={(text) => {
              onAdd(text);
              onOpenChange(false);
            }}
          />
        )}
      </div>
    </Popover>
  );
}

function ConditionForm({
  table,
  column,
  onAdd,
}: {
  table: Pick<TableAdapter, 'key' | 'columns' | 'stats'>;
  column: TableColumnInfo;
  onAdd: (text: string) => void;
}) {
  const t = useTranslations('data.filter');
  const words = useTranslations('data');
  const ordered = column.type === 'integer' || column.type === 'decimal' || column.type === 'datetime';
  // Without statistics the values of a category are known only where the dictionary lists them.
  const listed = table.stats !== null || column.allowedValues !== null;
  const isSet = column.type === 'category' || column.type === 'boolean';
  const tests: readonly Test[] =
    column.type === 'boolean'
      ? ['eq', 'missing', 'present']
      : ordered
        ? ORDERED
        : NAMED.filter((each) => each !== 'in' || listed);
  const [test, setTest] = useState<Test>(column.type === 'category' && listed ? 'in' : (tests[0] ?? 'eq'));
  const [first, setFirst] = useState(column.type === 'boolean' ? 'true' : '');
  const [second, setSecond] = useState('');
  const [many, setMany] = useState<readonly string[]>([]);
  const { stats } = table;
  const values = useQuery({
    queryKey: ['table-values', table.key, column.name],
    queryFn:
      stats !== null && isSet && column.maskedReason === null
        ? () => stats(column.name, { op: 'true' })
        : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = column.allowedValues ?? values.data?.top.map((each) => each.value) ?? [];
  const condition = conditionOf(column, test, first.trim(), second.trim(), many);
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    if (condition !== null) onAdd(formatPredicate(condition));
  };
  const inputKind = column.type === 'datetime' ? { type: column.physical === 'DATE' ? 'date' : 'text' } : {};
  return (
    <form onSubmit={add} className="space-y-3">
      <Field label={t('test')}>
        <Select
          value={test}
          onChange={(event) => setTest(tests.find((each) => each === event.target.value) ?? test)}
          options={tests.map((each) => ({ value: each, label: t(`tests.${each}`) }))}
        />
      </Field>
      {test === 'missing' || test === 'present' ? null : test === 'in' ? (
        <Field label={t('value')}>
          <MultiSelect
            options={known.map((value) => ({ value, label: value }))}
            value={many}
            onChange={setMany}
            loading={values.isFetching}
          />
        </Field>
      ) : column.type === 'boolean' ? (
        <Field label={t('value')}>
          <Select
            value={first}
            onChange={(event) => setFirst(event.target.value)}
            options={[
              { value: 'true', label: words('yes') },
              { value: 'false', label: words('no') },
            ]}
          />
        </Field>
      ) : (
        <div className="flex gap-2">
          <Field label={test === 'between' ? t('low') : t('value')} className="flex-1">
            <Input
              {...inputKind}
              value={first}
              onChange={(event) => setFirst(event.target.value)}
              inputMode={ordered && column.type !== 'datetime' ? 'decimal' : 'text'}
            />
          </Field>
          {test === 'between' ? (
            <Field label={t('high')} className="flex-1">
              <Input
                {...inputKind}
                value={second}
                onChange={(event) => setSecond(event.target.value)}
                inputMode={column.type === 'datetime' ? 'text' : 'decimal'}
              />
            </Field>
          ) : null}
        </div>
      )}
      {condition === null ? null : (
        <code className="block font-mono text-xs text-fg-muted wrap-anywhere">
          {formatPredicate(condition)}
        </code>
      )}
      <Button type="submit" variant="primary" disabled={condition === null}>
        {t('addButton')}
      </Button>
    </form>
  );
}
