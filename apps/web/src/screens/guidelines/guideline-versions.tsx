'use client';

import { Badge, Card, DataTable, DateTime, type TableColumn, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { GuidelineFrame } from './guideline-frame.tsx';
import type { GuidelineView } from './guideline-types.ts';

type Version = GuidelineView['versions'][number];

/** What was saved, by whom and why; each can be compared with the one before. */
export function GuidelineVersions({ guidelineId }: { guidelineId: string }) {
  return (
    <GuidelineFrame guidelineId={guidelineId}>
      {(guideline) => <Versions guideline={guideline} />}
    </GuidelineFrame>
  );
}

function Versions({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.versions');
  const common = useTranslations('common');
  const { path } = useOrg();
  const columns: TableColumn<Version>[] = [
    {
      id: 'number',
      header: t('number'),
      rowHeader: true,
      cell: (version) => (
        <span className="flex items-center gap-2">
          {version.number}
          {version.id === guideline.versionId ? <Badge tone="accent">{t('current')}</Badge> : null}
        </span>
      ),
    },
    {
      id: 'note',
      header: t('note'),
      cell: ({ note }) => (
        <span className={note === '' ? 'text-fg-muted' : 'wrap-anywhere'}>
          {note === '' ? t('noNote') : note}
        </span>
      ),
    },
    { id: 'by', header: t('by'), cell: (version) => version.createdBy.name ?? common('unknownPerson') },
    { id: 'at', header: t('at'), cell: (version) => <DateTime at={version.createdAt} /> },
    {
      id: 'compare',
      header: common('actions'),
      cell: (version) => {
        const before = guideline.versions.find((each) => each.number === version.number - 1);
        return before === undefined ? (
          <span className="text-sm text-fg-muted">{t('first')}</span>
        ) : (
          <TextLink
            href={path(`/guidelines/${guideline.id}/compare?before=${before.id}&after=${version.id}`)}
            className="text-sm"
          >
            {t('compare')}
          </TextLink>
        );
      },
    },
  ];
  return (
    <Card flush title={t('title')} description={t('about')}>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={guideline.versions}
        rowKey={(version) => version.id}
        narrow="cards"
      />
    </Card>
  );
}
