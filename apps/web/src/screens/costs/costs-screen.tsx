'use client';

import {
  Callout,
  Card,
  EmptyState,
  formatDuration,
  LinkButton,
  NumberText,
  SectionHeader,
  useUi,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { ArrowLeft, Coins } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { BatchSelect } from '../labelling/batch-select.tsx';
import { useLabellingPulse } from '../labelling/use-labelling.ts';
import { ProjectFrame } from '../projects/project-frame.tsx';
import { useMay } from '../sources/use-source.ts';
import { CostTables } from './cost-tables.tsx';
import type { Costs } from './cost-types.ts';
import { AmountText, EachText } from './money-text.tsx';
import { RatesCard } from './rates-card.tsx';

/** What accepted labels cost: for who leads the project. */
export function CostsScreen({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <LabelCosts projectId={projectId} />}</ProjectFrame>;
}

const isId = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text);

function LabelCosts({ projectId }: { projectId: string }) {
  const t = useTranslations('costs');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { params } = useUrlParams();
  const { project, may } = useMay(projectId);
  useLabellingPulse(projectId);
  const asked = params.get('batch');
  const batchId = isId(asked) ? asked : null;
  const costs = useQuery({
    ...trpc.cost.read.queryOptions(may('cost.read') ? { projectId, batchId } : skipToken),
    placeholderData: keepPreviousData,
  });
  if (project !== undefined && !may('cost.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  return (
    <div className="flex flex-col gap-6">
      <SectionHeader
        title={t('title')}
        description={t('about')}
        actions={
          <LinkButton href={path(`/projects/${projectId}/labelling`)} icon={<ArrowLeft aria-hidden />}>
            {t('back')}
          </LinkButton>
        }
      />
      <BatchSelect projectId={projectId} batchId={batchId} />
      <RatesCard projectId={projectId} />
      <QueryState query={costs} loading={<LoadingCard />}>
        {(data) => <Figures projectId={projectId} batchId={batchId} data={data} />}
      </QueryState>
    </div>
  );
}

function Figures({ projectId, batchId, data }: { projectId: string; batchId: string | null; data: Costs }) {
  const t = useTranslations('costs');
  const { total, unmeasured } = data;
  if (total.activeMs === 0 && total.accepted === 0) {
    return (
      <Card>
        <EmptyState icon={<Coins />} title={t('emptyTitle')} description={t('emptyBody')} />
      </Card>
    );
  }
  return (
    <>
      <Totals data={data} />
      {unmeasured === 0 ? null : (
        <Callout tone="info" title={t('unmeasured', { count: unmeasured })}>
          {t('unmeasuredBody')}
        </Callout>
      )}
      <CostTables projectId={projectId} batchId={batchId} data={data} />
    </>
  );
}

function Totals({ data }: { data: Costs }) {
  const t = useTranslations('costs.totals');
  const { locale } = useUi();
  const { total, currency } = data;
  const facts: {
    key: 'each' | 'human' | 'machine' | 'accepted' | 'time';
    value: ReactNode;
    hint: ReactNode;
  }[] = [
    {
      key: 'each',
      value: <EachText each={total.each.all} currency={currency} />,
      hint: t('eachHint'),
    },
    {
      key: 'human',
      value: <EachText each={total.each.human} currency={currency} />,
      hint: t.rich('of', { amount: () => <AmountText amount={total.human} currency={currency} /> }),
    },
    {
      key: 'machine',
      value: <EachText each={total.each.machine} currency={currency} />,
      hint: t.rich('of', { amount: () => <AmountText amount={total.machine} currency={currency} /> }),
    },
    { key: 'accepted', value: <NumberText value={total.accepted} />, hint: t('acceptedHint') },
    {
      key: 'time',
      value: formatDuration(Math.round(total.activeMs / 1000) * 1000, locale),
      hint: t('timeHint'),
    },
  ];
  return (
    <Card title={t('title')}>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-5 sm:grid-cols-3 xl:grid-cols-5">
        {facts.map(({ key, value, hint }) => (
          <div key={key} className="min-w-0">
            <dt className="text-xs text-fg-muted">{t(key)}</dt>
            <dd>
              <span className="text-lg font-semibold tabular-nums">{value}</span>
              <span className="block text-xs text-fg-muted">{hint}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
