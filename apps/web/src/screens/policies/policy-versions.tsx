'use client';

import { Card, DataTable, DateTime, Dialog, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { GateList } from './gate-list.tsx';
import type { PolicyView } from './policy-types.ts';

type Version = PolicyView['versions'][number];

/** Every version of a policy; none ever changes. */
export function PolicyVersions({ policy }: { policy: PolicyView }) {
  const t = useTranslations('policies');
  const [open, setOpen] = useState<Version | null>(null);
  const columns: TableColumn<Version>[] = [
    {
      id: 'number',
      header: t('version'),
      rowHeader: true,
      cell: (version) => (
        <button
          type="button"
          onClick={() => setOpen(version)}
          className="min-h-6 rounded-sm text-accent-text underline underline-offset-2"
        >
          {t('versionNumber', { number: version.number })}
        </button>
      ),
    },
    { id: 'gates', header: t('gates'), numeric: true, cell: (version) => version.document.gates.length },
    { id: 'by', header: t('by'), cell: (version) => version.createdBy.name ?? '–' },
    { id: 'at', header: t('at'), cell: (version) => <DateTime at={version.createdAt} /> },
  ];
  return (
    <Card title={t('versions')} flush>
      <DataTable
        caption={t('versions')}
        columns={columns}
        rows={policy.versions}
        rowKey={(version) => String(version.number)}
        dense
      />
      {open === null ? null : (
        <Dialog
          open
          size="lg"
          title={t('versionNumber', { number: open.number })}
          description={open.document.name}
          onOpenChange={(isOpen) => (isOpen ? undefined : setOpen(null))}
        >
          <GateList gates={open.document.gates} />
        </Dialog>
      )}
    </Card>
  );
}
