'use client';

import { cn, IconButton, NumberInput } from '@assay/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** A mark on the way through a sequence. */
export type FrameMark = { frame: number; isGone: boolean };

/** Where one is in a sequence of frames, and the way to another one. */
export function FrameSlider({
  at,
  frames,
  marks = [],
  said,
  before,
  after,
  keys,
  onFrame,
}: {
  /** From 0. */
  at: number;
  frames: number;
  marks?: readonly FrameMark[];
  /** What is said of the frame besides its number. */
  said?: string | undefined;
  before?: ReactNode;
  after?: ReactNode;
  keys?: { previous: string | undefined; next: string | undefined };
  onFrame: (frame: number) => void;
}) {
  const t = useTranslations('work.frames');
  const place = t('frame', { frame: at + 1, frames });
  const share = (frame: number) => (frames === 1 ? 0 : frame / (frames - 1));
  return (
    <div className="flex min-w-0 flex-1 basis-80 flex-wrap items-center gap-x-2 gap-y-1">
      <span className="flex items-center gap-0.5">
        {before}
        <IconButton
          size="sm"
          label={t('previous')}
          icon={<ChevronLeft aria-hidden />}
          shortcut={keys?.previous}
          disabled={at === 0}
          onClick={() => onFrame(at - 1)}
        />
        <IconButton
          size="sm"
          label={t('next')}
          icon={<ChevronRight aria-hidden />}
          shortcut={keys?.next}
          disabled={at === frames - 1}
          onClick={() => onFrame(at + 1)}
        />
        {after}
      </span>
      <span className="relative flex min-w-32 flex-1 flex-col">
        <input
          type="range"
          aria-label={t('slider')}
          aria-valuetext={said === undefined || said === '' ? place : `${place}. ${said}`}
          min={0}
          max={frames - 1}
          step={1}
          value={at}
          className="w-full accent-[var(--accent)]"
          onChange={({ target }) => onFrame(target.valueAsNumber)}
        />
        <span aria-hidden className="pointer-events-none relative mx-2 h-2">
          {marks.map(({ frame, isGone }) => (
            <span
              key={frame}
              data-frame={frame}
              className={cn(
                'absolute top-0 size-2 -translate-x-1/2 rotate-45 border border-accent-text',
                isGone ? 'bg-surface' : 'bg-accent',
              )}
              style={{ left: `${share(frame) * 100}%` }}
            />
          ))}
        </span>
      </span>
      <span className="flex items-center gap-1.5 text-sm text-fg-secondary">
        <span className="w-16">
          <NumberInput
            aria-label={t('number')}
            value={at + 1}
            min={1}
            max={frames}
            step={1}
            steppers={false}
            onChange={(frame) => frame !== null && onFrame(frame - 1)}
          />
        </span>
        {t('of', { frames })}
      </span>
    </div>
  );
}
