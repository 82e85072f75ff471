'use client';

import {
  Badge,
  Card,
  CopyButton,
  DataTable,
  EmptyState,
  IconLink,
  LinkButton,
  SectionHeader,
  SkeletonRows,
  type TableColumn,
  useHotkeys,
  useUi,
} from '@assay/ui';
import { ChevronLeft, ChevronRight, EyeOff, SearchX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Source, VersionSummary } from '../sources/use-source.ts';
import { cellText } from './cell-text.ts';
import type { CellValue } from './table-adapter.ts';
import { type ColumnInfo, useAllColumns } from './use-all-columns.ts';
import { VersionPage } from './version-page.tsx';

/** One row, each value beside what the dictionary says of its column. Rows are counted from 1. */
export function RowDetail({ sourceId, row }: { sourceId: string; row: string }) {
  const number = /^\d{1,12}$/.test(row) ? Number(row) : 0;
  return (
    <VersionPage sourceId={sourceId}>
      {({ source, version }) => <Row key={version.id} source={source} version={version} number={number} />}
    </VersionPage>
  );
}

type Line = { column: ColumnInfo; value: CellValue; isMasked: boolean };

function Row({ source, version, number }: { source: Source; version: VersionSummary; number: number }) {
  const t = useTranslations('data');
  const trpc = useTRPC();
  const router = useRouter();
  const { path } = useOrg();
  const total = version.rows ?? 0;
  const exists = number >= 1 && number <= total;
  const columns = useAllColumns(version.id);
  const rows = useQuery(
    trpc.sourceVersion.rows.queryOptions(
      { versionId: version.id, offset: number - 1, limit: 1 },
      { enabled: exists },
    ),
  );
  const suffix = version.id === source.currentVersionId ? '' : `?version=${version.id}`;
  const to = (row: number) => path(`/sources/${source.id}/rows/${row}${suffix}`);
  const list = path(`/sources/${source.id}/rows${suffix}`);
  useHotkeys([
    {
      id: 'previous-row',
      keys: '[',
      run: () => (number > 1 ? router.push(to(number - 1)) : undefined),
    },
    {
      id: 'next-row',
      keys: ']',
      run: () => (number < total ? router.push(to(number + 1)) : undefined),
    },
  ]);
  if (!exists) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t('rows.noRow', { n: number })}
        action={<LinkButton href={list}>{t('rows.back')}</LinkButton>}
      />
    );
  }
  return (
    <div className="space-y-4">
      <SectionHeader
        title={t('rows.rowOf', { n: number, total })}
        actions={
          <>
            <LinkButton size="sm" variant="quiet" href={list}>
              {t('rows.back')}
            </LinkButton>
            {number > 1 ? (
              <IconLink
                size="sm"
                label={t('rows.previous')}
                href={to(number - 1)}
                icon={<ChevronLeft aria-hidden />}
              />
            ) : null}
            {number < total ? (
              <IconLink
                size="sm"
                label={t('rows.next')}
                href={to(number + 1)}
                icon={<ChevronRight aria-hidden />}
              />
            ) : null}
          </>
        }
      />
      <QueryState query={columns} loading={<SkeletonRows rows={12} />}>
        {(infos) => (
          <QueryState query={rows} loading={<SkeletonRows rows={12} />}>
            {(page) => <Values infos={infos} page={page} />}
          </QueryState>
        )}
      </QueryState>
    </div>
  );
}

function Values({
  infos,
  page,
}: {
  infos: readonly ColumnInfo[];
  page: { columns: string[]; maskedColumns: string[]; rows: { cells: CellValue[] }[] };
}) {
  const t = useTranslations('data');
  const { locale } = useUi();
  const byName = new Map(infos.map((column) => [column.name, column]));
  const lines = page.columns.flatMap((name, place): Line[] => {
    const column = byName.get(name);
    return column === undefined
      ? []
      : [{ column, value: page.rows[0]?.cells[place] ?? null, isMasked: page.maskedColumns.includes(name) }];
  });
  const text = ({ value, column }: Line) =>
    value === null ? '' : cellText(value, column, { locale, yes: t('yes'), no: t('no') });
  const columns: TableColumn<Line>[] = [
    {
      id: 'column',
      header: t('rows.column'),
      cell: ({ column }) => (
        <span className="flex flex-col items-start">
          <span>{column.name}</span>
          {column.label === column.name ? null : (
            <span className="text-xs font-normal text-fg-muted">{column.label}</span>
          )}
        </span>
      ),
    },
    {
      id: 'value',
      header: t('rows.value'),
      cell: (line) => (
        <span className="flex items-center gap-1">
          {line.isMasked ? <EyeOff aria-hidden className="size-3.5 shrink-0 text-fg-muted" /> : null}
          {line.value === null ? (
            <span className="text-fg-muted italic">{t('missing')}</span>
          ) : (
            <span className="whitespace-pre-wrap wrap-anywhere">{text(line)}</span>
          )}
          {line.column.unit === null || line.value === null ? null : (
            <span className="text-fg-muted">{line.column.unit}</span>
          )}
          {line.isMasked || line.value === null ? null : <CopyButton text={String(line.value)} />}
        </span>
      ),
    },
    {
      id: 'meaning',
      header: t('rows.meaning'),
      cell: ({ column, isMasked }) => (
        <span className="flex flex-wrap items-center gap-2 text-fg-secondary">
          <Badge>{t(`types.${column.type}`)}</Badge>
          {column.role === 'feature' ? null : <Badge tone="accent">{t(`roles.${column.role}`)}</Badge>}
          {isMasked ? <Badge tone="warn">{t('rows.masked')}</Badge> : null}
          <span className="min-w-0 wrap-anywhere">{column.meaning}</span>
        </span>
      ),
    },
  ];
  return (
    <Card flush>
      <DataTable
        caption={t('rows.title')}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.column.name}
        narrow="cards"
        dense
      />
    </Card>
  );
}
