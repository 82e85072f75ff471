'use client';

import type { MetricId } from '@assay/contracts';
import { Popover, Skeleton, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { GuideLink } from '~/shell/guide-link.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { MeasurementFacts } from './measurement-facts.tsx';

/**
 * A number that can be opened: what it means, how it was computed, on which data, with what uncertainty. Without a
 * stored measurement it leads to the page of its metric, or is the bare number where that is not known.
 */
export function MeasurementLink({
  measurementId,
  metric,
  name,
  children,
}: {
  measurementId: string | undefined;
  metric?: MetricId;
  name: string;
  children: ReactNode;
}) {
  const t = useTranslations('data.measure');
  const [open, setOpen] = useState(false);
  if (measurementId === undefined) {
    if (metric === undefined) return <>{children}</>;
    return (
      <GuideLink page={`metrics/${metric}`} plain>
        {children}
      </GuideLink>
    );
  }
  return (
    <Popover
      label={`${t('title')}: ${name}`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          title={t('open')}
          className="min-h-6 min-w-6 rounded-sm text-left underline decoration-dotted decoration-fg-muted underline-offset-4 hover:text-accent-text hover:decoration-current"
        >
          {children}
        </button>
      }
    >
      {open ? <OpenMeasurement measurementId={measurementId} /> : null}
    </Popover>
  );
}

function OpenMeasurement({ measurementId }: { measurementId: string }) {
  const t = useTranslations('data.measure');
  const trpc = useTRPC();
  const { path } = useOrg();
  const query = useQuery(trpc.measurement.get.queryOptions({ measurementId }));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton className="h-40" /> : <RefusalCallout error={query.error} />;
  }
  return (
    <MeasurementFacts measurement={query.data}>
      <TextLink href={path(`/measurements/${measurementId}`)}>{t('open')}</TextLink>
    </MeasurementFacts>
  );
}
