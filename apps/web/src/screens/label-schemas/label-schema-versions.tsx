'use client';

import { Badge, Button, Card, DataTable, DateTime, type TableColumn, TextLink } from '@assay/ui';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useMay } from '../sources/use-source.ts';
import { CopyDialog } from '../versioned/copy-dialog.tsx';
import type { LabelSchemaView } from './label-schema-types.ts';

type Version = LabelSchemaView['versions'][number];

/** What was saved, by whom and why; each can be compared with the one before, and copied. */
export function LabelSchemaVersions({ schema }: { schema: LabelSchemaView }) {
  const t = useTranslations('labelSchemas.versions');
  const common = useTranslations('common');
  const { path } = useOrg();
  const { may } = useMay(schema.projectId);
  const [copying, setCopying] = useState<Version | null>(null);
  const columns: TableColumn<Version>[] = [
    {
      id: 'number',
      header: t('number'),
      rowHeader: true,
      cell: (version) => (
        <span className="flex items-center gap-2">
          {version.number}
          {version.id === schema.versionId ? <Badge tone="accent">{t('newest')}</Badge> : null}
        </span>
      ),
    },
    {
      id: 'note',
      header: t('note'),
      cell: (version) => (
        <span className={version.note === '' ? 'text-fg-muted' : 'wrap-anywhere'}>
          {version.note === '' ? t('noNote') : version.note}
        </span>
      ),
    },
    { id: 'by', header: t('by'), cell: (version) => version.createdBy.name ?? common('unknownPerson') },
    { id: 'at', header: t('at'), cell: (version) => <DateTime at={version.createdAt} /> },
    {
      id: 'compare',
      header: common('actions'),
      cell: (version) => {
        const before = schema.versions.find((each) => each.number === version.number - 1);
        return (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {before === undefined ? null : (
              <TextLink
                href={path(`/label-schemas/${schema.id}/compare?before=${before.id}&after=${version.id}`)}
                className="text-sm"
              >
                {t('compare')}
              </TextLink>
            )}
            {may('labelSchema.write') ? (
              <Button
                size="sm"
                variant="quiet"
                icon={<Copy aria-hidden />}
                onClick={() => setCopying(version)}
              >
                {t('copy')}
              </Button>
            ) : null}
          </span>
        );
      },
    },
  ];
  return (
    <Card flush title={t('title')} description={t('about')}>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={schema.versions}
        rowKey={(version) => version.id}
        narrow="cards"
        dense
      />
      {copying === null ? null : (
        <CopyDialog
          area="labelSchemas"
          name={schema.name}
          version={copying}
          onOpenChange={(open) => {
            if (!open) setCopying(null);
          }}
        />
      )}
    </Card>
  );
}
