'use client';

import { MOST_COMPARED_PICTURES } from '@assay/contracts';
import { Callout, Card, DataTable, formatInterval, NumberText, TextLink, TimeAgo, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { writeFigure } from '../../goals/goal-types.ts';
import { MeasurementLink } from '../../measurements/measurement-link.tsx';
import { PictureStrip } from '../picture-figures-table.tsx';
import { type Comparison, isWorking, useSideWords } from './comparison-types.ts';

type Found = NonNullable<Comparison['document']>;
type Feature = Found['features'][number];
type Figure = Feature['figures'][number];

/** One comparison: its distances beside the floor, and the pictures that stand out on either side. */
export function ComparisonCard({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('images.compare');
  const { path } = useOrg();
  const sideOf = useSideWords();
  const { document, job } = comparison;
  return (
    <Card
      title={
        <span className="wrap-anywhere">
          <TextLink href={path(`/image-comparisons/${comparison.id}`)}>
            {t('sides', { made: sideOf(comparison.made), real: sideOf(comparison.real) })}
          </TextLink>
        </span>
      }
      description={<TimeAgo at={comparison.createdAt} />}
      flush={document !== null}
    >
      {document === null ? (
        <Callout
          tone={isWorking(comparison) ? 'info' : 'bad'}
          title={t(isWorking(comparison) ? 'working' : 'stopped')}
        >
          {job === null ? null : <TextLink href={path(`/jobs/${job.id}`)}>{t('openJob')}</TextLink>}
        </Callout>
      ) : (
        <Result document={document} />
      )}
    </Card>
  );
}

function Result({ document }: { document: Found }) {
  const t = useTranslations('images.compare');
  const size = document.features.find((each) => each.size !== null)?.size ?? null;
  const isDrawn =
    document.real.pictures > document.real.compared || document.made.pictures > document.made.compared;
  return (
    <>
      <p className="px-4 py-3 text-sm text-fg-secondary sm:px-5">
        {t('counts', { made: document.made.pictures, real: document.real.pictures })}{' '}
        {isDrawn ? t('drawn', { most: MOST_COMPARED_PICTURES }) : null}
        {size === null ? null : ` ${t('read', { size })}`}
      </p>
      <Distances features={document.features} />
      <div className="flex flex-col gap-4 p-4 sm:px-5">
        {document.features.map(({ feature, farMade, farReal }) => (
          <div key={feature} className="grid gap-4 sm:grid-cols-2">
            <Far title={t('farMade', { feature: t(`features.${feature}`).toLowerCase() })} far={farMade} />
            <Far title={t('farReal', { feature: t(`features.${feature}`).toLowerCase() })} far={farReal} />
          </div>
        ))}
      </div>
    </>
  );
}

function Far({ title, far }: { title: string; far: Feature['farMade'] }) {
  if (far.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="text-sm font-medium">{title}</h3>
      <PictureStrip size="large" label={title} pictures={far.map(({ imageId }) => imageId)} />
    </div>
  );
}

function Distances({ features }: { features: readonly Feature[] }) {
  const t = useTranslations('images.compare');
  const figureOf = (feature: Feature, of: string | undefined) =>
    feature.figures.find(({ slice }) => slice.of === of);
  return (
    <DataTable
      caption={t('table')}
      dense
      narrow="cards"
      rows={features}
      rowKey={({ feature }) => feature}
      columns={[
        {
          id: 'feature',
          header: t('feature'),
          rowHeader: true,
          cell: ({ feature }) => t(`features.${feature}`),
        },
        {
          id: 'distance',
          header: t('distance'),
          numeric: true,
          cell: (each) => <Distance figure={figureOf(each, undefined)} />,
        },
        {
          id: 'same',
          header: t('sameSize'),
          numeric: true,
          cell: (each) => <Distance figure={figureOf(each, 'same-size')} />,
        },
        {
          id: 'floor',
          header: t('floor'),
          numeric: true,
          cell: (each) => <Distance figure={figureOf(each, 'floor')} />,
        },
        {
          id: 'times',
          header: t('times'),
          numeric: true,
          cell: (each) => {
            const [same, floor] = [figureOf(each, 'same-size')?.value, figureOf(each, 'floor')?.value];
            return same == null || floor == null || floor === 0 ? (
              '–'
            ) : (
              <NumberText value={same / floor} digits={1} />
            );
          },
        },
      ]}
    />
  );
}

function Distance({ figure }: { figure: Figure | undefined }) {
  const t = useTranslations('images.compare');
  const words = useTranslations('images.figures');
  const { locale } = useUi();
  if (figure === undefined) return '–';
  const { measurementId, metric, value, reason, low, high } = figure;
  const why = words.has(`reasons.${reason}` as never) ? words(`reasons.${reason}` as never) : (reason ?? '');
  return (
    <span className="inline-flex flex-col items-end">
      <MeasurementLink measurementId={measurementId} name={t('distance')}>
        {value === null ? words('none', { reason: why }) : writeFigure(metric, value, locale)}
      </MeasurementLink>
      {low === null || high === null ? null : (
        <span className="text-xs whitespace-nowrap text-fg-muted">
          {formatInterval(low, high, locale, 'percent', 1)}
        </span>
      )}
    </span>
  );
}
