'use client';

import type { RegionLabel, RegionValue } from '@assay/contracts';
import { geometryAt } from '@assay/domain';
import { useEffect, useMemo, useState } from 'react';
import { FrameSlider } from '../../work/drawing/frame-slider.tsx';
import type { OnRegions } from './compared.tsx';
import type { Drawn } from './drawn.ts';
import { PictureCard } from './picture-card.tsx';

/** The frames of a sequence under what people drew on them: one frame at a time, compared through all of them. */
export function SequenceCard({
  frames,
  size,
  labels,
  drawn,
  on,
}: {
  /** Where the picture of each frame is. */
  frames: readonly { href: string; path: string }[];
  size: { width: number; height: number };
  labels: ReadonlyMap<string, RegionLabel>;
  drawn: readonly (Drawn & { isProposed: boolean })[];
  on: OnRegions;
}) {
  const [at, setAt] = useState(0);
  const here = useMemo(() => {
    const inFrame = (region: RegionValue) => {
      const geometry = region.track === undefined ? region.geometry : geometryAt(region.track, at);
      return geometry === null ? [] : [{ ...region, geometry }];
    };
    return drawn.map((person) => ({
      ...person,
      regions: person.regions.flatMap(inFrame),
      rejected: person.rejected.flatMap(inFrame),
    }));
  }, [drawn, at]);
  const { chosen } = on;
  // What is opened from elsewhere is to be seen: in the first frame in which it is.
  useEffect(() => {
    const region = drawn
      .flatMap(({ regions, rejected }) => [...regions, ...rejected])
      .find(({ id }) => id === chosen);
    if (region?.track === undefined) return;
    const first = region.track.keyFrames.find(({ geometry }) => geometry !== null);
    setAt((before) =>
      region.track === undefined || geometryAt(region.track, before) !== null
        ? before
        : (first?.frame ?? before),
    );
  }, [chosen, drawn]);
  const marks = useMemo(() => {
    const keys = drawn.flatMap(({ regions }) => regions.flatMap(({ track }) => track?.keyFrames ?? []));
    const said = [...new Set(keys.map(({ frame }) => frame))].sort((a, b) => a - b);
    return said.map((frame) => ({
      frame,
      isGone: keys.every((key) => key.frame !== frame || key.geometry === null),
    }));
  }, [drawn]);
  const frame = frames[at];
  if (frame === undefined) return null;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <PictureCard href={frame.href} size={size} labels={labels} drawn={here} flagged={drawn} on={on} />
      <div className="flex flex-col gap-1 rounded-lg border border-line bg-surface px-3 py-2">
        <FrameSlider
          at={at}
          frames={frames.length}
          marks={marks}
          onFrame={(next) => setAt(Math.min(frames.length - 1, Math.max(0, next)))}
        />
        <p className="truncate text-xs text-fg-muted" title={frame.path}>
          {frame.path}
        </p>
      </div>
    </div>
  );
}
