'use client';

import type { RegionLabel } from '@assay/contracts';
import { type Outline, outlineOf } from '@assay/domain';
import type { Camera, Size } from '@assay/editor';
import { IconButton } from '@assay/ui';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { useCamera } from '../../images/viewer/use-camera.ts';
import { type Drawn, dashOf, differences, regionAt } from './drawn.ts';
import { PictureFrame } from './picture-frame.tsx';
import { RegionOutline } from './region-outline.tsx';
import { RegionPins } from './region-pins.tsx';
import { SwipeDivider } from './swipe-divider.tsx';

export type Compared = {
  /** Where the picture is. */
  href: string;
  size: Size;
  labels: ReadonlyMap<string, RegionLabel>;
  /** All that could be shown, in the order of their lines. */
  all: readonly Drawn[];
  /** Those that are shown. */
  shown: readonly Drawn[];
  onlyOdd: boolean;
  on: OnRegions;
};

/** What is said of regions, and what can be done with them. */
export type OnRegions = {
  chosen: string | null;
  /** How many open threads are about each region. */
  open: ReadonlyMap<string, number>;
  nameOf: (regionId: string) => string | null;
  choose: (regionId: string | null) => void;
  /** Null for whoever says nothing of regions. */
  say: ((regionId: string) => void) | null;
};

/** How near to a line is on it, in pixels of the screen. */
const NEAR = 8;

/** Where only differences are shown: what differs, and what is spoken of. */
const isSeen =
  ({ onlyOdd, on }: Pick<Compared, 'onlyOdd' | 'on'>, odd: ReadonlySet<string> | undefined) =>
  ({ id }: { id: string }): boolean =>
    !onlyOdd || id === on.chosen || odd?.has(id) === true;

/** Chooses what lies at a place, or nothing. */
const picking = (of: Compared, who: readonly Drawn[], zoom: number) => (point: { x: number; y: number }) => {
  const odd = differences(of.shown);
  const seen = who.map((one) => ({ ...one, regions: one.regions.filter(isSeen(of, odd.get(one.id))) }));
  const found = regionAt(seen, point, NEAR / zoom)?.id ?? null;
  if (found !== of.on.chosen) of.on.choose(found);
};

/** All that is shown, one over the other. */
export function Overlay(of: Compared) {
  const t = useTranslations('review.picture');
  const seen = useCamera(of.size);
  return (
    <>
      <PictureFrame
        {...of}
        seen={seen}
        onPick={picking(of, of.shown, seen.camera.zoom)}
        over={<RegionPins of={of} who={of.shown} seen={seen} />}
        label={t('picture', { people: of.shown.map(({ name }) => name).join(', ') })}
      >
        <Regions of={of} who={of.shown} zoom={seen.camera.zoom} />
      </PictureFrame>
      <ZoomBar {...seen} />
    </>
  );
}

/** The one on the left of a divider, the other on its right. */
export function Swipe(of: Compared & { pair: readonly [Drawn, Drawn] }) {
  const t = useTranslations('review.picture');
  const seen = useCamera(of.size);
  const [percent, setPercent] = useState(50);
  const id = useId();
  const [left, right] = of.pair;
  const { camera, screen } = seen;
  const [wide, high] = [screen.width / camera.zoom, screen.height / camera.zoom];
  const at = (percent / 100) * wide;
  const names = [left.name, right.name] as const;
  return (
    <>
      <PictureFrame
        {...of}
        seen={seen}
        onPick={(point) => picking(of, [point.x < camera.x + at ? left : right], camera.zoom)(point)}
        label={t('swiped', { left: left.name, right: right.name })}
        over={
          <>
            <Corner side="left">{left.name}</Corner>
            <Corner side="right">{right.name}</Corner>
            <RegionPins of={of} who={[left]} seen={seen} to={at * camera.zoom} />
            <RegionPins of={of} who={[right]} seen={seen} from={at * camera.zoom} />
            <SwipeDivider percent={percent} onPercent={setPercent} names={names} />
          </>
        }
      >
        <clipPath id={`${id}-left`}>
          <rect x={camera.x} y={camera.y} width={at} height={high} />
        </clipPath>
        <clipPath id={`${id}-right`}>
          <rect x={camera.x + at} y={camera.y} width={wide - at} height={high} />
        </clipPath>
        <g clipPath={`url(#${id}-left)`}>
          <Regions of={of} who={[left]} zoom={camera.zoom} />
        </g>
        <g clipPath={`url(#${id}-right)`}>
          <Regions of={of} who={[right]} zoom={camera.zoom} />
        </g>
      </PictureFrame>
      <ZoomBar {...seen} />
    </>
  );
}

/** Both beside one another: what is done to one picture happens to the other. */
export function SideBySide(of: Compared & { pair: readonly [Drawn, Drawn] }) {
  const t = useTranslations('review.picture');
  const moved = useState<Camera | null>(null);
  const first = useCamera(of.size, moved);
  const second = useCamera(of.size, moved);
  const [left, right] = of.pair;
  return (
    <>
      <div className="grid gap-2 sm:grid-cols-2">
        {(
          [
            [left, first],
            [right, second],
          ] as const
        ).map(([one, seen], at) => (
          <PictureFrame
            key={at === 0 ? 'left' : 'right'}
            {...of}
            seen={seen}
            label={t('picture', { people: one.name })}
            onPick={picking(of, [one], seen.camera.zoom)}
            over={
              <>
                <Corner side="left">{one.name}</Corner>
                <RegionPins of={of} who={[one]} seen={seen} />
              </>
            }
          >
            <Regions of={of} who={[one]} zoom={seen.camera.zoom} />
          </PictureFrame>
        ))}
      </div>
      <ZoomBar {...first} />
    </>
  );
}

function Corner({ side, children }: { side: 'left' | 'right'; children: string }) {
  return (
    <span
      aria-hidden
      className={`pointer-events-none absolute top-2 ${side === 'left' ? 'left-2' : 'right-2'} max-w-[45%] truncate rounded bg-surface/90 px-2 py-0.5 text-xs font-medium`}
    >
      {children}
    </span>
  );
}

function ZoomBar({ zoomIn, zoomOut, fit }: ReturnType<typeof useCamera>) {
  const t = useTranslations('review.picture');
  return (
    <div className="flex items-center gap-1">
      <IconButton size="sm" label={t('zoomOut')} icon={<ZoomOut aria-hidden />} onClick={zoomOut} />
      <IconButton size="sm" label={t('zoomIn')} icon={<ZoomIn aria-hidden />} onClick={zoomIn} />
      <IconButton size="sm" label={t('fit')} icon={<Maximize aria-hidden />} onClick={fit} />
    </div>
  );
}

function Regions({
  of: { labels, all, shown, onlyOdd, on },
  who,
  zoom,
}: {
  of: Compared;
  who: readonly Drawn[];
  zoom: number;
}) {
  const t = useTranslations('review.picture');
  const odd = useMemo(() => differences(shown), [shown]);
  const outlines = useMemo(
    () =>
      new Map<unknown, Outline>(
        all.flatMap(({ regions }) => regions.map((each) => [each, outlineOf(each.geometry)] as const)),
      ),
    [all],
  );
  return who.map((one) => (
    <g key={one.id}>
      {one.regions.filter(isSeen({ onlyOdd, on }, odd.get(one.id))).map((region) => {
        const label = labels.get(region.label?.labelId ?? '');
        return (
          <RegionOutline
            key={region.id}
            outline={outlines.get(region)}
            colour={label?.colour ?? 'grey'}
            dash={dashOf(all, one)}
            text={t('region', { letter: one.name, label: label?.name ?? '' })}
            pixel={1 / zoom}
            isChosen={region.id === on.chosen}
          />
        );
      })}
    </g>
  ));
}
