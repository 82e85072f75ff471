'use client';

import { labelColour, skeletonShape } from '@assay/contracts';
import type { LabelSchemaDifference } from '@assay/domain';
import { Badge, DataTable, EmptyState, type TableColumn } from '@assay/ui';
import { Equal } from 'lucide-react';
import { useTranslations } from 'next-intl';

const TONES = {
  added: 'good',
  removed: 'bad',
  deprecated: 'warn',
  restored: 'good',
  renamed: 'info',
  moved: 'info',
  reordered: 'neutral',
  changed: 'neutral',
} as const;

/** What two versions say differently, in words. */
export function DifferenceTable({ differences }: { differences: readonly LabelSchemaDifference[] }) {
  const t = useTranslations('labelSchemas.compare');
  const columns: TableColumn<LabelSchemaDifference>[] = [
    {
      id: 'what',
      header: t('what'),
      rowHeader: true,
      cell: ({ what, path }) => (
        <span className="flex flex-col gap-0.5 max-sm:items-end">
          <span className="wrap-anywhere">{path.length === 0 ? t('allQuestions') : path.join(' › ')}</span>
          <span className="text-xs font-normal text-fg-muted">{t(`things.${what}`)}</span>
        </span>
      ),
    },
    {
      id: 'change',
      header: t('change'),
      cell: ({ change, field }) => (
        <span className="flex flex-wrap items-center gap-2 max-sm:justify-end">
          <Badge tone={TONES[change]}>{t(`changes.${change}`)}</Badge>
          {change !== 'changed' || field === null ? null : t(`fields.${field}` as never)}
        </span>
      ),
    },
    { id: 'before', header: t('before'), cell: (row) => <Side difference={row} value={row.before} /> },
    { id: 'after', header: t('after'), cell: (row) => <Side difference={row} value={row.after} /> },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={differences}
      rowKey={({ id, change, field }, index) => `${id} ${change} ${field} ${index}`}
      narrow="cards"
      empty={<EmptyState icon={<Equal aria-hidden />} compact title={t('same')} />}
    />
  );
}

/** One side of a difference in words. */
function Side({
  difference: { change, field, path },
  value,
}: {
  difference: LabelSchemaDifference;
  value: unknown;
}) {
  const t = useTranslations('labelSchemas.compare');
  const colours = useTranslations('labelSchemas.colours');
  const kinds = useTranslations('labelSchemas.editor');
  const text = ((): string => {
    if (change === 'added' || change === 'removed') return value === null ? '' : (path.at(-1) ?? '');
    if (change === 'deprecated' || change === 'restored') return value === true ? t('yes') : t('no');
    if (change === 'moved') {
      const above = Array.isArray(value) ? value.join(' › ') : '';
      return above === '' ? t('top') : above;
    }
    if (field === 'columns' && value === null) return t('everyColumn');
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (field === 'subject') return kinds(`subjects.${value}` as never);
    if (field === 'shapes' && Array.isArray(value)) {
      return value.map((each) => kinds(`shapeKinds.${each}` as never)).join(', ');
    }
    const skeleton = field === 'skeleton' ? skeletonShape.safeParse(value).data : undefined;
    if (skeleton !== undefined) return skeleton.joints.join(', ');
    if (Array.isArray(value)) return value.join(', ');
    if (field === 'colour') {
      const colour = labelColour.safeParse(value);
      if (colour.success) return colours(colour.data);
    }
    if (field === 'kind' && typeof value === 'string') {
      const key = path.length === 1 ? `kinds.${value}` : `attributeKinds.${value}`;
      return kinds.has(key as never) ? kinds(key as never) : value;
    }
    return value === null || value === undefined ? '' : String(value);
  })();
  return text === '' ? (
    <span className="text-fg-muted">{t('nothing')}</span>
  ) : (
    <span className="wrap-anywhere">{text}</span>
  );
}
