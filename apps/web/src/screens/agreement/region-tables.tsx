'use client';

import type { Label, RegionAgreement } from '@assay/contracts';
import { DataTable, NumberText, Tooltip } from '@assay/ui';
import { useTranslations } from 'next-intl';

const FIGURES = ['detection', 'naming', 'placing'] as const;

/** How far people agree in finding things, in what they call them, and in where they see them. */
export function RegionTables({
  found,
  name,
  labels,
  nameOf,
}: {
  found: RegionAgreement;
  name: string;
  labels: readonly Label[];
  nameOf: (personId: string) => string;
}) {
  const t = useTranslations('agreement.regions');
  const words = useTranslations('agreement');
  const regions = {
    id: 'regions',
    header: t('regions'),
    numeric: true,
    cell: ({ regions }: { regions: number }) => <NumberText value={regions} />,
  };
  const rate = (id: (typeof FIGURES)[number]) => ({
    id,
    header: t(`figures.${id}`),
    numeric: true,
    cell: (row: Partial<Record<(typeof FIGURES)[number], number | null>>) => <Rate value={row[id] ?? null} />,
  });
  return (
    <>
      <DataTable
        narrow="cards"
        caption={t('table', { question: name })}
        rows={FIGURES.map((id) => ({ id, value: found[id] }))}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'figure',
            header: words('figure'),
            rowHeader: true,
            cell: ({ id }) => (
              <Tooltip content={t(`about1.${id}`)}>
                <span className="underline decoration-dotted underline-offset-4">{t(`figures.${id}`)}</span>
              </Tooltip>
            ),
          },
          {
            id: 'value',
            header: words('value'),
            numeric: true,
            cell: ({ value }) => <Rate value={value} />,
          },
          {
            id: 'comparisons',
            header: t('comparisons'),
            numeric: true,
            cell: () => <NumberText value={found.comparisons} />,
          },
          {
            id: 'of',
            header: t('regions'),
            numeric: true,
            cell: () => <NumberText value={found.regions} />,
          },
        ]}
      />
      <Heading>{t('byLabel')}</Heading>
      <DataTable
        narrow="cards"
        caption={`${name}: ${t('byLabel')}`}
        rows={found.labels}
        rowKey={({ labelId }) => labelId}
        columns={[
          {
            id: 'label',
            header: words('label'),
            rowHeader: true,
            cell: ({ labelId }) => labels.find(({ id }) => id === labelId)?.name ?? '–',
          },
          regions,
          rate('detection'),
        ]}
      />
      <Heading>{t('bySize')}</Heading>
      <DataTable
        narrow="cards"
        caption={`${name}: ${t('bySize')}`}
        rows={found.sizes}
        rowKey={({ size }) => size}
        columns={[
          { id: 'size', header: t('size'), rowHeader: true, cell: ({ size }) => t(`sizes.${size}`) },
          regions,
          rate('detection'),
        ]}
      />
      <Heading>{words('byPair')}</Heading>
      <DataTable
        narrow="cards"
        caption={`${name}: ${words('byPair')}, ${t('sameRegions')}`}
        rows={found.pairs}
        rowKey={({ first, second }) => `${first} ${second}`}
        columns={[
          {
            id: 'pair',
            header: words('pair'),
            rowHeader: true,
            cell: ({ first, second }) => words('pairOf', { first: nameOf(first), second: nameOf(second) }),
          },
          {
            id: 'samples',
            header: words('samples'),
            numeric: true,
            cell: ({ samples }) => <NumberText value={samples} />,
          },
          regions,
          rate('detection'),
          rate('naming'),
          rate('placing'),
        ]}
      />
    </>
  );
}

function Heading({ children }: { children: string }) {
  return <h3 className="border-t border-line px-4 pt-4 pb-2 text-sm font-semibold sm:px-5">{children}</h3>;
}

function Rate({ value }: { value: number | null }) {
  return value === null ? <span className="text-fg-muted">–</span> : <span>{value.toFixed(3)}</span>;
}
