'use client';

import { Button, DropdownMenu, LinkButton } from '@assay/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TableAdapter } from './table-adapter.ts';

/** Saves what an address answers, as a click on a link to it does. */
function saveFrom(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}

/** Rows as a file: a button where there is one format, a menu where there are several. */
export function DownloadRows({ downloads, where }: { downloads: TableAdapter['downloads']; where: string }) {
  const t = useTranslations('data.rows');
  const [first, ...others] = downloads;
  if (first === undefined) return null;
  if (others.length === 0) {
    return (
      <LinkButton href={first.href(where)} download title={t('downloadHint')} icon={<Download aria-hidden />}>
        {t(`downloadAs.${first.format}`)}
      </LinkButton>
    );
  }
  return (
    <DropdownMenu
      label={t('download')}
      trigger={<Button icon={<Download aria-hidden />}>{t('download')}</Button>}
      groups={[
        {
          id: 'formats',
          items: downloads.map(({ format, href }) => ({
            id: format,
            label: t(`formats.${format}`),
            onSelect: () => saveFrom(href(where)),
          })),
        },
      ]}
    />
  );
}
