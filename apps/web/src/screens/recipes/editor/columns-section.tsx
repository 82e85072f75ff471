'use client';

import type { RecipeColumnPlan, RecipeProblem } from '@assay/contracts';
import { automaticPlan } from '@assay/domain';
import {
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  Pagination,
  SearchInput,
  Select,
  type TableColumn,
} from '@assay/ui';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { ColumnInfo } from '../../data/use-all-columns.ts';
import { problemsAt } from '../draft.ts';
import { FieldProblems } from './field-problems.tsx';
import { PlanFields } from './plan-fields.tsx';

const MAKES = ['model', 'leave-out', 'sequence', 'code', 'uuid', 'faker'] as const;
type Make = (typeof MAKES)[number];
const PAGE = 25;

function planAs(make: Make, column: string, meaning: string): RecipeColumnPlan {
  switch (make) {
    case 'sequence':
      return { make, column, start: 1, step: 1, prefix: '', digits: 0 };
    case 'code':
      return { make, column, digits: 8, prefix: '' };
    case 'faker':
      return { make, column, meaning, missing: 0 };
    default:
      return { make, column };
  }
}

function automaticOf(column: ColumnInfo) {
  const finding = column.findings.find((each) => each.status !== 'DISMISSED');
  return automaticPlan(column, finding?.kind ?? null);
}

/** How each column is made: what happens by itself, and what the recipe says instead. */
export function ColumnsSection({
  projectId,
  columns,
  plans,
  problems,
  disabled,
  onChange,
}: {
  projectId: string;
  columns: readonly ColumnInfo[];
  plans: readonly RecipeColumnPlan[];
  problems: readonly RecipeProblem[];
  disabled: boolean;
  onChange: (plans: readonly RecipeColumnPlan[]) => void;
}) {
  const t = useTranslations('recipes.editor.columns');
  const data = useTranslations('data');
  const trpc = useTRPC();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const meanings = useQuery(
    trpc.recipe.meanings.queryOptions({ projectId }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const known = meanings.data?.meanings ?? [];
  const placeOf = (name: string) =>
    plans.findIndex((plan) => plan.column.toLowerCase() === name.toLowerCase());
  const put = (name: string, plan: RecipeColumnPlan | null) => {
    const rest = plans.filter((each) => each.column.toLowerCase() !== name.toLowerCase());
    onChange(plan === null ? rest : [...rest, plan]);
  };
  const gone = plans.filter(
    (plan) => !columns.some((column) => column.name.toLowerCase() === plan.column.toLowerCase()),
  );
  const found = columns.filter((column) => column.name.toLowerCase().includes(search.toLowerCase()));
  const first = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE) - 1)) * PAGE;
  const shown = found.slice(first, first + PAGE);
  const meaningFor = (kind: string) => (known.includes(kind) ? kind : 'sentence');

  const table: TableColumn<ColumnInfo>[] = [
    {
      id: 'column',
      header: t('column'),
      rowHeader: true,
      cell: (column) => (
        <span className="flex flex-col gap-0.5">
          <span className="wrap-anywhere">{column.name}</span>
          <span className="flex flex-wrap gap-1">
            <Badge>{data(`types.${column.type}`)}</Badge>
            {column.role === 'feature' ? null : (
              <Badge tone={column.role === 'sensitive' ? 'warn' : 'accent'}>
                {data(`roles.${column.role}`)}
              </Badge>
            )}
          </span>
        </span>
      ),
    },
    {
      id: 'make',
      header: t('make'),
      cell: (column) => {
        const at = placeOf(column.name);
        const plan = plans[at];
        const automatic = automaticOf(column);
        const meaning = automatic.make === 'faker' ? meaningFor(automatic.meaning) : 'person-name';
        const what = t(`what.${automatic.make}`, { meaning: meaning.replaceAll('-', ' ') });
        return (
          <div className="flex flex-col gap-2">
            <Select
              aria-label={t('makeFor', { column: column.name })}
              className="w-full max-w-64"
              disabled={disabled}
              value={plan?.make ?? ''}
              onChange={(event) => {
                const make = MAKES.find((each) => each === event.target.value);
                put(column.name, make === undefined ? null : planAs(make, column.name, meaning));
              }}
              options={[
                { value: '', label: t('automatic', { what }) },
                ...MAKES.map((make) => ({ value: make, label: t(`makes.${make}`) })),
              ]}
            />
            {plan === undefined ? null : (
              <PlanFields
                plan={plan}
                meanings={known}
                disabled={disabled}
                onChange={(next) => put(column.name, next)}
              />
            )}
            {at < 0 ? null : <FieldProblems problems={problemsAt(problems, `columns.${at}`)} />}
          </div>
        );
      },
    },
  ];
  return (
    <Card
      flush
      title={t('title')}
      description={t('about')}
      actions={<span className="text-sm text-fg-muted">{t('changed', { count: plans.length })}</span>}
    >
      <div className="flex flex-col gap-2 p-3">
        {columns.length <= 10 ? null : (
          <SearchInput
            label={t('search')}
            value={search}
            onChange={(text) => {
              setSearch(text);
              setPage(0);
            }}
          />
        )}
        <FieldProblems problems={problems.filter((problem) => problem.field === 'columns')} />
        {gone.map((plan) => (
          <div key={plan.column} className="flex flex-wrap items-center justify-between gap-2 text-sm">
            <span className="text-bad-text">{t('gone', { column: plan.column })}</span>
            <Button size="sm" disabled={disabled} onClick={() => put(plan.column, null)}>
              {t('removeGone')}
            </Button>
          </div>
        ))}
      </div>
      <DataTable
        caption={t('caption')}
        columns={table}
        rows={shown}
        rowKey={(column) => column.name}
        narrow="cards"
        dense
        empty={<EmptyState icon={<SearchX aria-hidden />} compact title={t('noMatch')} />}
      />
      {found.length <= PAGE ? null : (
        <div className="p-3">
          <Pagination
            from={first + 1}
            to={first + shown.length}
            total={found.length}
            previous={first === 0 ? undefined : () => setPage(first / PAGE - 1)}
            next={first + PAGE >= found.length ? undefined : () => setPage(first / PAGE + 1)}
          />
        </div>
      )}
    </Card>
  );
}
