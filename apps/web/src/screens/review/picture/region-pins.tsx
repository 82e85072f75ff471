'use client';

import type { RegionValue } from '@assay/contracts';
import { boundsOfGeometry } from '@assay/editor';
import { cn } from '@assay/ui';
import { Flag, MessageSquare, MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { useCamera } from '../../images/viewer/use-camera.ts';
import type { Compared } from './compared.tsx';
import type { Drawn } from './drawn.ts';

/** Pixels of the screen. */
const [PIN, GAP] = [28, 4];

/** Where something is said of a region or somebody is not sure of it, and at the one that is chosen: a way to the comments. */
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
  const shown = new Set<string>();
  const pinOf = ({ id, geometry }: RegionValue) => {
    const bounds = boundsOfGeometry(geometry);
    if (bounds === undefined) return [];
    const x = ((bounds.minX + bounds.maxX) / 2 - camera.x) * camera.zoom;
    const [top, bottom] = [(bounds.minY - camera.y) * camera.zoom, (bounds.maxY - camera.y) * camera.zoom];
    const isSeen = x >= from && x <= to && bottom >= 0 && top <= screen.height;
    return isSeen ? [{ id, x, y: Math.max(PIN + GAP, top) }] : [];
  };
  // Where nothing may be said, what was said is not shown either.
  const talks = (say === null ? [] : who).flatMap(({ regions }) =>
    regions.flatMap((region) => {
      const count = on.open.get(region.id) ?? 0;
      if ((count === 0 && on.chosen !== region.id) || shown.has(region.id)) return [];
      shown.add(region.id);
      return pinOf(region).map((pin) => ({ ...pin, key: pin.id, count, flag: null }));
    }),
  );
  const flags = who.flatMap(({ id: whose, name, regions, rejected }) =>
    [...regions, ...rejected].flatMap((region) => {
      const { remark } = region;
      if (remark == null) return [];
      const flag = remark.text === '' ? t('flagged') : t('flaggedWith', { text: remark.text });
      return pinOf(region).map((pin) => ({
        ...pin,
        key: `${whose} ${pin.id}`,
        count: 0,
        flag: `${on.nameOf(pin.id) ?? name}, ${flag}`,
      }));
    }),
  );
  return apart([...talks, ...flags], from, to).map(({ id, key, count, flag, x, y }) => (
    <button
      key={key}
      type="button"
      aria-label={flag ?? t(count === 0 ? 'say' : 'said', { count, name: on.nameOf(id) ?? '' })}
      title={flag ?? on.nameOf(id) ?? ''}
      style={{ left: x - PIN / 2, top: y - PIN - GAP, height: PIN, minWidth: PIN }}
      className={cn(
        'absolute inline-flex items-center justify-center gap-1 rounded-full rounded-bl-none border px-1.5 text-xs font-semibold tabular-nums shadow-md',
        on.chosen === id && flag === null
          ? 'border-accent bg-accent text-on-accent'
          : 'border-line-strong bg-surface text-fg hover:bg-hover',
      )}
      onClick={() => (flag === null ? say?.(id) : on.choose(id))}
    >
      {flag !== null ? (
        <Flag aria-hidden className="size-4 text-warn-text" />
      ) : count === 0 ? (
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

/** Pins that would cover one another stand side by side, as near to their places as the frame has room for them. */
function apart<P extends { x: number; y: number }>(pins: readonly P[], from: number, to: number): P[] {
  const [first, last] = [from + PIN / 2, Math.max(from, to - PIN / 2)];
  const placed: P[] = [];
  for (const pin of pins) {
    const isFree = (x: number) =>
      placed.every((other) => Math.abs(other.x - x) >= PIN + GAP || Math.abs(other.y - pin.y) >= PIN);
    const place = Math.min(last, Math.max(first, pin.x));
    const places = Array.from({ length: pins.length }, (_, n) => (n + 1) * (PIN + GAP)).flatMap((away) =>
      [place + away, place - away].filter((x) => x >= first && x <= last),
    );
    // Where there is no room at all they lie on one another.
    placed.push({ ...pin, x: isFree(place) ? place : (places.find(isFree) ?? place) });
  }
  return placed;
}
