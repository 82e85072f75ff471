'use client';

import type { RegionLabel, RegionValue } from '@assay/contracts';
import { cn } from '@assay/ui';
import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { OnRegions } from './compared.tsx';
import type { Drawn } from './drawn.ts';

/** What people are not sure of, with what they say: also of proposals that they rejected, which are not drawn. */
export function RegionFlags({
  drawn,
  labels,
  on,
}: {
  drawn: readonly Drawn[];
  labels: ReadonlyMap<string, RegionLabel>;
  on: OnRegions;
}) {
  const t = useTranslations('review.picture');
  const nameOf = ({ label }: RegionValue) => labels.get(label?.labelId ?? '')?.name ?? t('unlabelled');
  const flags = drawn.flatMap(({ id: whose, name: who, regions, rejected }) => [
    ...regions.flatMap((region, at) =>
      region.remark == null
        ? []
        : [{ whose, region, name: t('numbered', { who, number: at + 1, label: nameOf(region) }) }],
    ),
    ...rejected.map((region) => ({ whose, region, name: t('rejected', { who, label: nameOf(region) }) })),
  ]);
  if (flags.length === 0) return null;
  return (
    <section aria-label={t('flags')} className="rounded-lg border border-line px-3 py-2">
      <h3 className="text-sm font-medium">{t('flags')}</h3>
      <ul className="mt-1 flex max-h-60 flex-col overflow-y-auto">
        {flags.map(({ whose, region: { id, remark }, name }) => (
          <li key={`${whose} ${id}`}>
            <button
              type="button"
              aria-pressed={on.chosen === id}
              className={cn(
                'tap flex min-h-8 w-full items-start gap-2 rounded px-2 py-1.5 text-left text-sm',
                on.chosen === id ? 'bg-accent-soft' : 'hover:bg-hover',
              )}
              onClick={() => on.choose(on.chosen === id ? null : id)}
            >
              <Flag aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-text" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium wrap-anywhere">{name}</span>
                <span
                  className={cn(
                    'block whitespace-pre-wrap wrap-anywhere',
                    remark?.text === '' ? 'text-fg-muted' : 'text-fg-secondary',
                  )}
                >
                  {remark?.text === '' ? t('noWords') : remark?.text}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
