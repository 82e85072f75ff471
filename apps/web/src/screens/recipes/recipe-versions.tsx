'use client';

import { Badge, Button, Card, DataTable, DateTime, type TableColumn, TextLink } from '@assay/ui';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useMay } from '../sources/use-source.ts';
import { CopyDialog } from '../versioned/copy-dialog.tsx';
import type { RecipeView } from './recipe-types.ts';

type Version = RecipeView['versions'][number];

/** What was saved, by whom and why; each can be compared with the one before, and copied. */
export function RecipeVersions({ recipe }: { recipe: RecipeView }) {
  const t = useTranslations('recipes.versions');
  const words = useTranslations('recipes');
  const common = useTranslations('common');
  const { path } = useOrg();
  const { may } = useMay(recipe.projectId);
  const [copying, setCopying] = useState<Version | null>(null);
  const columns: TableColumn<Version>[] = [
    {
      id: 'number',
      header: t('number'),
      rowHeader: true,
      cell: (version) => (
        <span className="flex items-center gap-2">
          {version.number}
          {version.id === recipe.versionId ? <Badge tone="accent">{t('newest')}</Badge> : null}
        </span>
      ),
    },
    {
      id: 'note',
      header: t('note'),
      cell: (version) => (
        <span className="flex flex-col items-start gap-0.5">
          <span className={version.note === '' ? 'text-fg-muted' : 'wrap-anywhere'}>
            {version.note === '' ? t('noNote') : version.note}
          </span>
          <span className="text-xs text-fg-muted">{words(`methods.${version.method}.name`)}</span>
        </span>
      ),
    },
    { id: 'by', header: t('by'), cell: (version) => version.createdBy.name ?? common('unknownPerson') },
    { id: 'at', header: t('at'), cell: (version) => <DateTime at={version.createdAt} /> },
    {
      id: 'compare',
      header: common('actions'),
      cell: (version) => {
        const before = recipe.versions.find((each) => each.number === version.number - 1);
        return (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {before === undefined ? null : (
              <TextLink
                href={path(`/recipes/${recipe.id}/compare?before=${before.id}&after=${version.id}`)}
                className="text-sm"
              >
                {t('compare')}
              </TextLink>
            )}
            {may('recipe.write') ? (
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
        rows={recipe.versions}
        rowKey={(version) => version.id}
        narrow="cards"
        dense
      />
      {copying === null ? null : (
        <CopyDialog
          area="recipes"
          name={recipe.name}
          version={copying}
          onOpenChange={(open) => {
            if (!open) setCopying(null);
          }}
        />
      )}
    </Card>
  );
}
