'use client';

import type { Camera, Size } from '@assay/editor';
import { type PointerEvent, type ReactNode, useRef } from 'react';
import type { useCamera } from '../../images/viewer/use-camera.ts';

/** A pointer that moved less meant a place, in pixels of the screen. */
const STILL = 4;

type Seen = ReturnType<typeof useCamera>;

/** A picture as a camera sees it, moved by pointers and keys, with what is drawn on it. */
export function PictureFrame({
  href,
  size,
  seen,
  label,
  children,
  over,
  onPick,
}: {
  /** Where the picture is. */
  href: string;
  size: Size;
  seen: Seen;
  label: string;
  /** In pixels of the picture. */
  children: ReactNode;
  /** What lies on the frame, in pixels of the screen. */
  over?: ReactNode;
  /** What a place is that somebody pressed, in pixels of the picture. */
  onPick: (point: { x: number; y: number }) => void;
}) {
  const { frame, screen, camera, handlers } = seen;
  const pressed = useRef<{ x: number; y: number } | null>(null);
  const release = (event: PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX, event.clientY];
    const from = pressed.current;
    pressed.current = null;
    handlers.onPointerUp(event);
    if (from === null || Math.hypot(x - from.x, y - from.y) > STILL) return;
    onPick({ x: camera.x + (x - left) / camera.zoom, y: camera.y + (y - top) / camera.zoom });
  };
  return (
    <div className="relative min-w-0 overflow-hidden rounded-lg border border-line bg-sunken">
      <div
        ref={frame}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved and zoomed by keys.
        tabIndex={0}
        aria-label={label}
        style={{ aspectRatio: size.width / size.height }}
        className="max-h-[60vh] min-h-48 w-full cursor-grab touch-none select-none active:cursor-grabbing"
        {...handlers}
        onPointerDown={(event) => {
          // A second finger means no place.
          pressed.current =
            event.isPrimary && event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
          handlers.onPointerDown(event);
        }}
        onPointerUp={release}
      >
        {screen.width === 0 ? null : (
          <svg aria-hidden viewBox={viewBoxOf(camera, screen)} className="absolute inset-0 size-full">
            <image href={href} width={size.width} height={size.height} />
            {children}
          </svg>
        )}
      </div>
      {over}
    </div>
  );
}

const viewBoxOf = ({ x, y, zoom }: Camera, { width, height }: Size): string =>
  `${x} ${y} ${width / zoom} ${height / zoom}`;
