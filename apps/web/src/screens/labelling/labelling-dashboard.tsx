'use client';

import { Card, EmptyState, LinkButton, SectionHeader, Select } from '@assay/ui';
import { ChartNoAxesColumn, Coins } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useMay } from '../sources/use-source.ts';
import { BatchSelect } from './batch-select.tsx';
import { ControlsCard } from './controls-card.tsx';
import { LabelTimes } from './label-times.tsx';
import { OutlookCard } from './outlook-card.tsx';
import { PeopleTimes } from './people-times.tsx';
import { SkipsCard } from './skips-card.tsx';
import { SlicesCard } from './slices-card.tsx';
import { ThroughputCard } from './throughput-card.tsx';
import { TotalsCard } from './totals-card.tsx';
import {
  type LabellingNumbers,
  useLabellingFilter,
  useLabellingPulse,
  useNumbers,
  useScope,
} from './use-labelling.ts';

/** How labelling goes: of everybody for who leads it, of oneself for who does it. Live within seconds. */
export function LabellingDashboard({ projectId }: { projectId: string }) {
  const t = useTranslations('labelling');
  const costs = useTranslations('costs');
  const { path } = useOrg();
  const { may } = useMay(projectId);
  const scope = useScope(projectId);
  useLabellingPulse(projectId);
  const numbers = useNumbers(projectId, scope);
  if (scope === 'none') {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  return (
    <div className="flex flex-col gap-6">
      <SectionHeader
        title={t(scope === 'mine' ? 'titleMine' : 'title')}
        description={t(scope === 'mine' ? 'aboutMine' : 'about')}
        {...(may('cost.read')
          ? {
              actions: (
                <LinkButton
                  href={path(`/projects/${projectId}/labelling/costs`)}
                  icon={<Coins aria-hidden />}
                >
                  {costs('toCosts')}
                </LinkButton>
              ),
            }
          : {})}
      />
      <OutlookCard projectId={projectId} sees={scope === 'all'} />
      <Filters projectId={projectId} />
      <QueryState query={numbers} loading={<LoadingCard />}>
        {(data) => <Numbers projectId={projectId} data={data} mine={scope === 'mine'} />}
      </QueryState>
    </div>
  );
}

function Numbers({ projectId, data, mine }: { projectId: string; data: LabellingNumbers; mine: boolean }) {
  const t = useTranslations('labelling');
  const { path } = useOrg();
  if (data.total.answers === 0 && data.total.skipped === 0) {
    return (
      <Card>
        <EmptyState
          icon={<ChartNoAxesColumn />}
          title={t('emptyTitle')}
          description={t(mine ? 'emptyMine' : 'emptyBody')}
          action={<LinkButton href={path(`/projects/${projectId}/batches`)}>{t('toBatches')}</LinkButton>}
        />
      </Card>
    );
  }
  return (
    <>
      <TotalsCard projectId={projectId} total={data.total} mine={mine} />
      <ThroughputCard projectId={projectId} days={data.days} />
      {mine ? null : <PeopleTimes projectId={projectId} people={data.people} />}
      {mine ? null : <ControlsCard projectId={projectId} />}
      <LabelTimes projectId={projectId} labels={data.labels} />
      {mine ? null : <SlicesCard projectId={projectId} />}
      <SkipsCard projectId={projectId} skips={data.skips} total={data.total} />
    </>
  );
}

function Filters({ projectId }: { projectId: string }) {
  const t = useTranslations('labelling.filters');
  const { batchId, days, windows, standard, replace } = useLabellingFilter();
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        aria-label={t('window')}
        className="w-full sm:w-44"
        value={days === null ? 'all' : String(days)}
        onChange={({ target }) => replace({ days: target.value === String(standard) ? null : target.value })}
        options={[
          ...windows.map((each) => ({ value: String(each), label: t('days', { days: each }) })),
          { value: 'all', label: t('ever') },
        ]}
      />
      <BatchSelect projectId={projectId} batchId={batchId} />
    </div>
  );
}
