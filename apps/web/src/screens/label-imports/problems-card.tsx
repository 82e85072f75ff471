'use client';

import { Badge, Card, DataTable, LinkButton, type TableColumn } from '@assay/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { rowsHref } from '../data/rows-href.ts';
import type { ImportView } from './import-types.ts';

type Found = NonNullable<ImportView['found']>;
type Problem = Found['first'][number];

/** Which records are not taken and why; all of them are in the file to download. */
export function ProblemsCard({ view, found }: { view: ImportView; found: Found }) {
  const t = useTranslations('labelImports.problems');
  const { organisation } = useOrg();
  const count = found.problems.reduce((sum, each) => sum + each.count, 0);
  // Of columns that nobody has named yet nothing can be said.
  if (found.format === 'csv' && found.mapping === null) return null;
  const columns: TableColumn<Problem>[] = [
    { id: 'line', header: t('line'), align: 'end', rowHeader: true, cell: ({ line }) => line },
    {
      id: 'why',
      header: t('why'),
      cell: ({ code, message }) => (
        <span className="flex min-w-0 flex-col gap-0.5">
          <span className="font-medium">{t(`codes.${code}`)}</span>
          <span className="text-fg-secondary wrap-anywhere">{message}</span>
        </span>
      ),
    },
    {
      id: 'field',
      header: t('field'),
      cell: ({ field }) => <span className="wrap-anywhere">{field ?? '–'}</span>,
    },
  ];
  return (
    <Card
      flush
      title={t('title')}
      actions={
        count === 0 ? undefined : (
          <LinkButton
            size="sm"
            href={rowsHref(`/api/label-imports/${view.id}/refused.csv`, organisation.slug)('')}
            icon={<Download aria-hidden />}
            download
          >
            {t('download')}
          </LinkButton>
        )
      }
    >
      {count === 0 ? (
        <p className="px-4 py-4 text-sm text-fg-secondary sm:px-5">{t('all')}</p>
      ) : (
        <>
          <ul className="flex flex-wrap gap-2 px-4 py-3 sm:px-5">
            {found.problems.map(({ code, count: n }) => (
              <li key={code}>
                <Badge>
                  {t(`codes.${code}`)}: {n}
                </Badge>
              </li>
            ))}
          </ul>
          <DataTable
            caption={t('caption')}
            columns={columns}
            rows={found.first}
            rowKey={({ line, code }) => `${line} ${code}`}
            narrow="cards"
            dense
          />
          {count > found.first.length ? (
            <p className="border-t border-line px-4 py-3 text-sm text-fg-muted sm:px-5">
              {t('shown', { shown: found.first.length, count })}
            </p>
          ) : null}
        </>
      )}
    </Card>
  );
}
