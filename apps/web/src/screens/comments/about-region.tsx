'use client';

import { Button, cn } from '@assay/ui';
import { MapPin, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { RegionTalk } from './region-talk.ts';

/** Of which region a thread is: a way to it, or that it is gone. */
export function AboutRegion({ regionId, talk }: { regionId: string; talk: RegionTalk }) {
  const t = useTranslations('comments');
  const name = talk.nameOf(regionId);
  return name === null ? (
    <p className="flex items-center gap-1.5 pt-1 text-xs text-fg-muted">
      <MapPin aria-hidden className="size-3.5 shrink-0" />
      {t('regionGone')}
    </p>
  ) : (
    <div className="-ml-2 pt-1">
      <Button size="sm" variant="quiet" icon={<MapPin aria-hidden />} onClick={() => talk.open(regionId)}>
        {t('aboutRegion', { name })}
      </Button>
    </div>
  );
}

/** That only one region is talked about, and the way back to everything. It gets the keyboard when it was asked for. */
export function ChosenRegion({ regionId, talk }: { regionId: string; talk: RegionTalk }) {
  const t = useTranslations('comments');
  const node = useRef<HTMLDivElement>(null);
  const name = talk.nameOf(regionId);
  const { asked, takeAsked } = talk;
  useEffect(() => {
    if (!takeAsked()) return;
    node.current?.scrollIntoView({ block: 'center' });
    const field = node.current?.parentElement?.querySelector('textarea') ?? node.current;
    field?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <div
      ref={node}
      tabIndex={-1}
      className={cn(
        'flex scroll-mt-24 flex-wrap items-center justify-between gap-2 rounded-md px-3 py-2 text-sm',
        name === null ? 'bg-sunken' : 'bg-accent-soft',
      )}
    >
      <span className="flex min-w-0 items-center gap-2">
        <MapPin aria-hidden className="size-4 shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          {name === null ? t('regionGone') : t('onlyRegion', { name })}
        </span>
      </span>
      <Button size="sm" variant="quiet" icon={<X aria-hidden />} onClick={talk.leave}>
        {t('allThreads')}
      </Button>
    </div>
  );
}
