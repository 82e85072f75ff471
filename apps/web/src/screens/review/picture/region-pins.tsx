'use client';

import { boundsOfGeometry } from '@assay/editor';
import { cn } from '@assay/ui';
import { MessageSquare, MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { useCamera } from '../../images/viewer/use-camera.ts';
import type { Compared } from './compared.tsx';
import type { Drawn } from './drawn.ts';

/** Pixels of the screen. */
const [PIN, GAP] = [28, 4];

/** Where something is said of a region, and at the one that is chosen: a way to the comments. */
export function RegionPins({
  of: { on },
  who,
  seen: { camera, screen },
  from = 0,
  to = screen.width,
}: {
  of: Compared;
  who: readonly Drawn[];
  seen: ReturnType<typeof useCamera>;
  /** The part of the frame in which they are shown, from the left. */
  from?: number;
  to?: number;
}) {
  const t = useTranslations('review.picture');
  const { say } = on;
  if (say === null) return null;
  const shown = new Set<string>();
  const pins = who.flatMap(({ regions }) =>
    regions.flatMap(({ id, geometry }) => {
      const count = on.open.get(id) ?? 0;
      const bounds = count > 0 || on.chosen === id ? boundsOfGeometry(geometry) : undefined;
      if (bounds === undefined || shown.has(id)) return [];
      shown.add(id);
      const x = ((bounds.minX + bounds.maxX) / 2 - camera.x) * camera.zoom;
      const [top, bottom] = [(bounds.minY - camera.y) * camera.zoom, (bounds.maxY - camera.y) * camera.zoom];
      const isSeen = x >= from && x <= to && bottom >= 0 && top <= screen.height;
      return isSeen ? [{ id, count, x, y: Math.max(PIN + GAP, top) }] : [];
    }),
  );
  return apart(pins).map(({ id, count, x, y }) => (
    <button
      key={id}
      type="button"
      aria-label={t(count === 0 ? 'say' : 'said', { count, name: on.nameOf(id) ?? '' })}
      title={on.nameOf(id) ?? ''}
      style={{ left: x - PIN / 2, top: y - PIN - GAP, height: PIN, minWidth: PIN }}
      className={cn(
        'absolute inline-flex items-center justify-center gap-1 rounded-full rounded-bl-none border px-1.5 text-xs font-semibold tabular-nums shadow-md',
        on.chosen === id
          ? 'border-accent bg-accent text-on-accent'
          : 'border-line-strong bg-surface text-fg hover:bg-hover',
      )}
      onClick={() => say(id)}
    >
      {count === 0 ? (
        <MessageSquarePlus aria-hidden className="size-4" />
      ) : (
        <>
          <MessageSquare aria-hidden className="size-3.5" />
          {count}
        </>
      )}
    </button>
  ));
}

/** Pins that would cover one another stand side by side. */
function apart<P extends { x: number; y: number }>(pins: readonly P[]): P[] {
  const placed: P[] = [];
  for (const pin of pins) {
    let { x } = pin;
    const isTaken = () =>
      placed.some((other) => Math.abs(other.x - x) < PIN + GAP && Math.abs(other.y - pin.y) < PIN);
    while (isTaken()) x += PIN + GAP;
    placed.push({ ...pin, x });
  }
  return placed;
}
