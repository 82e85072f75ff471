'use client';

import { Button, Field, Select } from '@assay/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Inbox } from './review-types.ts';
import { useInboxFilter } from './use-inbox-filter.ts';

/** Status, reason, batch and label, each with how many there are. */
export function InboxFilters({ inbox }: { inbox: Inbox }) {
  const t = useTranslations('review');
  const { filter, status, set } = useInboxFilter();
  const { counts } = inbox;
  const withCount = (name: string, count: number) => t('inbox.withCount', { name, count });
  const any = { value: '', label: t('inbox.any') };
  const nameOf = (id: string) => inbox.words.labels.find((label) => label.id === id)?.name ?? '';
  return (
    <div className="grid grid-cols-1 gap-3 min-[28rem]:grid-cols-2 lg:grid-cols-4">
      <Filter
        label={t('inbox.status')}
        value={status === 'OPEN' ? '' : status}
        onChange={(value) => set({ status: value, reason: null, batch: null, label: null, alike: null })}
        options={[
          { value: '', label: withCount(t('statuses.OPEN'), counts.open) },
          { value: 'SENT_BACK', label: withCount(t('statuses.SENT_BACK'), counts.sentBack) },
          { value: 'DECIDED', label: withCount(t('statuses.DECIDED'), counts.decided) },
        ]}
      />
      <Filter
        label={t('inbox.reason')}
        value={filter.reason ?? ''}
        onChange={(reason) => set({ reason })}
        options={[
          any,
          ...inbox.reasons.map(({ reason, count }) => ({
            value: reason,
            label: withCount(t(`reasons.${reason}`), count),
          })),
        ]}
      />
      <Filter
        label={t('inbox.batch')}
        value={filter.batchId ?? ''}
        onChange={(batch) => set({ batch })}
        options={[
          any,
          ...inbox.batches.map(({ id, number, name, count }) => ({
            value: id,
            label: withCount(t('inbox.batchName', { number, name }), count),
          })),
        ]}
      />
      <Filter
        label={t('inbox.label')}
        value={filter.label ?? ''}
        onChange={(label) => set({ label })}
        options={[
          any,
          ...inbox.labels.map(({ id, count }) => ({ value: id, label: withCount(nameOf(id), count) })),
        ]}
      />
      {filter.alike === undefined ? null : (
        <p className="col-span-full flex flex-wrap items-center gap-2 text-sm text-fg-secondary">
          {t('inbox.alikeOnly')}
          <Button size="sm" variant="quiet" icon={<X aria-hidden />} onClick={() => set({ alike: null })}>
            {t('inbox.clearAlike')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Filter({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      <Select value={value} options={options} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
