'use client';

import type { ImageSet } from '@assay/contracts';
import { Card, KeyValue, LinkButton, NumberText } from '@assay/ui';
import { Images } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { PictureFiguresTable } from '../images/picture-figures-table.tsx';
import type { RunView } from './use-run.ts';

/** Which pictures a run holds: the list that they were taken of, as it was then. */
export function PicturesCard({ run, set: { origin, filter, sequences } }: { run: RunView; set: ImageSet }) {
  const t = useTranslations('runs.pictures');
  const images = useTranslations('images');
  const { path } = useOrg();
  const { search, mark, format, importId, alike } = filter;
  const asked = { search, mark, format, import: importId, alike };
  const address = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return (
    <Card
      title={t('title')}
      description={t('about')}
      actions={
        <LinkButton
          size="sm"
          icon={<Images aria-hidden />}
          href={path(`/projects/${run.projectId}/images?${address}`)}
        >
          {t('show')}
        </LinkButton>
      }
    >
      <KeyValue
        items={[
          {
            key: 'pictures',
            label: sequences === 'none' ? t('pictures') : t('sequences'),
            value: run.rows === null ? '–' : <NumberText value={run.rows} />,
          },
          { key: 'origin', label: t('origin'), value: images(`origins.${origin}`) },
          ...(search === undefined ? [] : [{ key: 'search', label: t('search'), value: search }]),
          ...(mark === undefined ? [] : [{ key: 'mark', label: t('mark'), value: images(`marks.${mark}`) }]),
          ...(format === undefined
            ? []
            : [{ key: 'format', label: t('format'), value: format.toUpperCase() }]),
          ...(importId === undefined ? [] : [{ key: 'import', label: t('import'), value: t('oneImport') }]),
          ...(alike === undefined ? [] : [{ key: 'alike', label: t('alike'), value: t('oneLook') }]),
        ]}
      />
    </Card>
  );
}

/** What was found of the pictures of a run when it was made; of one from before it was kept, nothing. */
export function PictureQualityCard({ run, mayLook }: { run: RunView; mayLook: boolean }) {
  const t = useTranslations('runs.pictures');
  const figures = run.stats?.pictures ?? [];
  if (figures.length === 0) return null;
  return (
    <Card title={t('quality')} description={t('qualityAbout')} flush>
      <PictureFiguresTable caption={t('quality')} figures={figures} mayLook={mayLook} />
    </Card>
  );
}
