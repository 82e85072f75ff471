'use client';

import { GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

/** Percents of the width for one press of an arrow key, plain and with Shift. */
const [STEP, FAR_STEP] = [2, 10];

/** Between two things of which the one is seen on its left and the other on its right: dragged, or moved by keys. */
export function SwipeDivider({
  percent,
  onPercent,
  names,
}: {
  /** Of the width, from the left. */
  percent: number;
  onPercent: (percent: number) => void;
  names: readonly [string, string];
}) {
  const t = useTranslations('review.picture');
  const divider = useRef<HTMLDivElement>(null);
  const go = (to: number) => onPercent(Math.min(100, Math.max(0, to)));
  const follow = (event: PointerEvent) => {
    const bounds = divider.current?.parentElement?.getBoundingClientRect();
    if (bounds === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    go(((event.clientX - bounds.left) / bounds.width) * 100);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.shiftKey ? FAR_STEP : STEP;
    const to = { ArrowLeft: percent - step, ArrowRight: percent + step, Home: 0, End: 100 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  const [left, right] = names;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved, nor hold its grip.
    <div
      ref={divider}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('divider', { left, right })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      aria-valuetext={t('dividerAt', { left, percent: Math.round(percent) })}
      style={{ left: `clamp(0px, calc(${percent}% - 1rem), calc(100% - 2rem))` }}
      className="group absolute inset-y-0 z-10 flex w-8 cursor-ew-resize touch-none items-center justify-center outline-none select-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
      }}
      onPointerMove={follow}
      onKeyDown={press}
    >
      <span className="absolute inset-y-0 w-0.5 bg-surface shadow-[0_0_0_1px_black]" />
      <span className="relative flex h-8 w-6 items-center justify-center rounded-md border border-line-strong bg-surface text-fg-secondary shadow-md group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus">
        <GripVertical aria-hidden className="size-4" />
      </span>
    </div>
  );
}
