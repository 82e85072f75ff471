'use client';

import { type Predicate, predicate } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import {
  Card,
  CodeBlock,
  DataTable,
  EmptyState,
  PageHeader,
  SkeletonRows,
  type TableColumn,
} from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { Equal, GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { useComparedVersions, VersionPair } from '../versioned/compared-versions.tsx';
import type { RecipeView } from './recipe-types.ts';

type Difference = { field: string; before: unknown; after: unknown };

/** Two versions side by side: only what they say differently. */
export function RecipeCompare({ recipeId }: { recipeId: string }) {
  const t = useTranslations('recipes');
  const trpc = useTRPC();
  const recipe = useQuery(trpc.recipe.get.queryOptions({ recipeId }));
  return (
    <QueryState query={recipe} title={t('titles.compare')}>
      {(data) => <Compare recipe={data} />}
    </QueryState>
  );
}

function Compare({ recipe }: { recipe: RecipeView }) {
  const t = useTranslations('recipes.compare');
  const words = useTranslations('recipes');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project } = useMay(recipe.projectId);
  const pair = useComparedVersions(recipe.versions);
  const comparison = useQuery(
    trpc.recipe.compare.queryOptions(
      pair === null ? skipToken : { recipeVersionId: pair.before.id, otherVersionId: pair.after.id },
    ),
  );
  return (
    <>
      <PageHeader
        title={words('titles.compare')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${recipe.projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${recipe.projectId}/recipes`) },
          { label: recipe.name, href: path(`/recipes/${recipe.id}`) },
          { label: words('titles.compare') },
        ])}
      />
      {pair === null ? (
        <Card>
          <EmptyState icon={<GitCompareArrows aria-hidden />} title={t('one')} description={t('oneBody')} />
        </Card>
      ) : (
        <div className="flex flex-col gap-4">
          <VersionPair area="recipes" versions={recipe.versions} pair={pair} />
          <Card flush>
            <QueryState query={comparison} loading={<SkeletonRows />}>
              {({ differences }) => <Differences differences={differences} />}
            </QueryState>
          </Card>
        </div>
      )}
    </>
  );
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations('recipes.compare');
  const nameOf = (field: string) => {
    const name = field.startsWith('columns.') ? field.slice('columns.'.length) : null;
    if (name !== null) return t('column', { name });
    return t.has(`fields.${field}` as never) ? t(`fields.${field}` as never) : field;
  };
  const columns: TableColumn<Difference>[] = [
    { id: 'field', header: t('field'), rowHeader: true, cell: ({ field }) => nameOf(field) },
    {
      id: 'before',
      header: t('before'),
      cell: ({ field, before }) => <Side field={field} value={before} />,
    },
    { id: 'after', header: t('after'), cell: ({ field, after }) => <Side field={field} value={after} /> },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={differences}
      rowKey={({ field }, index) => `${field}-${index}`}
      narrow="cards"
      empty={<EmptyState icon={<Equal aria-hidden />} compact title={t('same')} />}
    />
  );
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** One side of a difference in words; what has none is shown as it is stored. */
function Side({ field, value }: { field: string; value: unknown }) {
  const t = useTranslations('recipes.compare');
  const editor = useTranslations('recipes.editor');
  const methods = useTranslations('recipes.methods');
  const record = asRecord(value);
  const text = ((): string | null => {
    if (value === null) return field.startsWith('columns.') ? t('automatic') : t('absent');
    if (field === 'method' && typeof value === 'string' && methods.has(`${value}.name` as never))
      return methods(`${value}.name` as never);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (field === 'seed')
      return record.kind === 'fixed' ? t('seedFixed', { seed: String(record.seed) }) : t('seedEach');
    if (field.startsWith('columns.'))
      return planText(record, (make) => editor(`columns.makes.${make}` as never));
    const where = predicate.safeParse(record.where);
    if (field === 'conditions' && where.success)
      return t('condition', { where: formatPredicate(where.data), atLeast: Number(record.atLeast) });
    if (field === 'constraints')
      return constraintText(record, where.success ? where.data : null, (kind) =>
        editor(`constraints.kinds.${kind}` as never),
      );
    return null;
  })();
  if (text === null) return <CodeBlock label={field} code={JSON.stringify(value, null, 2)} />;
  return <span className={value === null ? 'text-fg-muted' : 'wrap-anywhere'}>{text}</span>;
}

function planText(plan: Record<string, unknown>, name: (make: string) => string): string {
  const rest = ['meaning', 'prefix', 'start', 'digits'].flatMap((key) =>
    plan[key] === undefined || plan[key] === '' || plan[key] === 0 ? [] : [String(plan[key])],
  );
  return [name(String(plan.make)), ...rest].join(', ');
}

function constraintText(
  constraint: Record<string, unknown>,
  where: Predicate | null,
  name: (kind: string) => string,
): string {
  const parts = Object.entries(constraint).flatMap(([key, value]) =>
    key === 'kind' || value === null
      ? []
      : [key === 'where' && where !== null ? formatPredicate(where) : [value].flat().join(', ')],
  );
  return `${name(String(constraint.kind))}: ${parts.join(' · ')}`;
}
