'use client';

import type { AppRouter } from '@assay/api';
import { metricId } from '@assay/contracts';
import { formatNumber, MeasurementPanel, type NumberStyle, useUi } from '@assay/ui';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { GuideLink } from '~/shell/guide-link.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import type { Measurement } from './use-measurements.ts';

export type MeasurementDetail = inferRouterOutputs<AppRouter>['measurement']['get'];

const styles: Partial<Record<string, NumberStyle>> = { share: 'percent' };

export function measurementStyle(measurement: Measurement): { format: NumberStyle; digits: number } {
  const format = styles[measurement.definition?.unit ?? ''] ?? 'plain';
  return { format, digits: format === 'percent' ? 2 : 4 };
}

/** The parts of a slice in words: `sex: Female, race: Black`. Empty for all rows. */
export function sliceText(slice: Measurement['slice'], missing: string): string {
  if (typeof slice !== 'object' || slice === null || Array.isArray(slice)) return '';
  return Object.entries(slice)
    .map(([name, value]) => `${name}: ${value === null ? missing : String(value)}`)
    .join(', ');
}

/** Where the page of a subject is. */
const PAGES: Readonly<Record<string, string>> = {
  sourceVersion: 'versions',
  release: 'releases',
  imageComparison: 'image-comparisons',
  report: 'reports',
  run: 'runs',
};

/** “What is this number”: definition, method, data, uncertainty and history of one measurement. */
export function MeasurementFacts({
  measurement,
  children,
}: {
  measurement: MeasurementDetail;
  children?: ReactNode;
}) {
  const t = useTranslations('data.measure');
  const words = useTranslations('data');
  const { path } = useOrg();
  const { locale } = useUi();
  const guide = useTranslations('guide');
  const { definition, low, high, confidence } = measurement;
  const metric = metricId.safeParse(measurement.metric);
  const slice = sliceText(measurement.slice, words('bias.missingGroup'));
  const style = measurementStyle(measurement);
  const subject = measurement.subject.type;
  const inputs = hashesOf(measurement.inputs);
  return (
    <MeasurementPanel
      name={[definition?.name ?? measurement.metric, slice].filter((text) => text !== '').join(' · ')}
      definition={
        <>
          {definition?.definition ?? measurement.metric}
          {metric.success ? (
            <span className="mt-1 block">
              <GuideLink page={`metrics/${metric.data}`} anchor="when-it-misleads">
                {guide('readMore')}
              </GuideLink>
            </span>
          ) : null}
        </>
      }
      method={measurement.method}
      version={String(measurement.methodVersion)}
      inputs={[
        {
          label: t('noInputs', {
            subject: t.has(`subjects.${subject}` as never) ? t(`subjects.${subject}` as never) : subject,
          }),
          ...(PAGES[subject] === undefined
            ? {}
            : { href: path(`/${PAGES[subject]}/${measurement.subject.id}`) }),
        },
        ...inputs.map(({ label, detail }) => ({ label: t('hash', { part: label }), detail })),
      ]}
      n={Number(measurement.n)}
      value={measurement.value}
      reason={measurement.reason ?? undefined}
      format={style.format}
      digits={style.digits}
      {...(low === null || high === null
        ? { noIntervalReason: t('noInterval') }
        : { interval: { low, high, ...(confidence === null ? {} : { level: confidence }) } })}
      computedAt={measurement.at}
      history={measurement.history.flatMap((each) =>
        each.value === null ? [] : [{ at: each.at, value: each.value }],
      )}
    >
      {measurement.numerator === null || measurement.denominator === null ? null : (
        <p className="text-sm text-fg-secondary tabular-nums">
          {t('exact', {
            numerator: formatNumber(Number(measurement.numerator), locale),
            denominator: formatNumber(Number(measurement.denominator), locale),
          })}
        </p>
      )}
      {children}
    </MeasurementPanel>
  );
}

/** Hashes among the inputs: what was read, by content. */
function hashesOf(inputs: Measurement['inputs']): { label: string; detail: string }[] {
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) return [];
  return Object.entries(inputs).flatMap(([name, value]) => {
    const hashes = (Array.isArray(value) ? value : [value]).filter(
      (each): each is string => typeof each === 'string' && /^[\da-f]{64}$/.test(each),
    );
    const shown = hashes.slice(0, 3).map((hash) => ({ label: name, detail: hash }));
    return hashes.length > 3 ? [...shown, { label: name, detail: `+ ${hashes.length - 3}` }] : shown;
  });
}
