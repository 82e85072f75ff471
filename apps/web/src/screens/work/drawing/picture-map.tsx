'use client';

import type { Editor } from '@assay/editor';
import type { Minimap } from '@assay/editor-konva';
import { cn, IconButton } from '@assay/ui';
import { Map as MapIcon, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, useEffect, useRef, useState } from 'react';
import { useSignal } from './use-signal.ts';

type MapOf = (canvas: HTMLCanvasElement) => Minimap;

/** Whole percents of the picture, for who does not see the frame on the map. */
function seenShare({ seen, image }: Editor) {
  const { minX, minY, maxX, maxY } = seen();
  const share = (at: number, whole: number) => Math.round((Math.min(whole, Math.max(0, at)) / whole) * 100);
  return {
    left: share(minX, image.width),
    right: share(maxX, image.width),
    top: share(minY, image.height),
    bottom: share(maxY, image.height),
  };
}

/** The whole picture in a corner, as long as only a part of it is seen: a press on it looks there. It can be put away. */
export const PictureMap = memo(function PictureMap({ editor, mapOf }: { editor: Editor; mapOf: MapOf }) {
  const t = useTranslations('work.draw');
  const [isAway, setAway] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  // Shown anew with each move of the camera; the map itself draws by its own frames.
  useSignal(editor.store.signalOf('camera'));
  const share = seenShare(editor);
  const isPart = share.left > 0 || share.top > 0 || share.right < 100 || share.bottom < 100;
  const isShown = isPart && !isAway;
  useEffect(() => {
    if (!isShown || canvas.current === null) return;
    return mapOf(canvas.current).stop;
  }, [isShown, mapOf]);
  if (!isPart) return null;
  if (isAway) {
    return (
      <span className="absolute top-2 right-2 z-10 rounded-md lg:top-auto lg:bottom-2 border border-line bg-surface">
        <IconButton
          size="sm"
          label={t('map.show')}
          icon={<MapIcon aria-hidden />}
          onClick={() => setAway(false)}
        />
      </span>
    );
  }
  const { width, height } = editor.image;
  return (
    <section
      aria-label={t('map.title')}
      // On a narrow screen the bar of the workbench lies over the lower corners.
      className="absolute top-2 right-2 z-10 overflow-hidden lg:top-auto lg:bottom-2 rounded-md border border-line-strong bg-surface shadow-md"
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('map.seen', share)}
        style={{ aspectRatio: width / height }}
        className={cn(
          'block max-h-40 min-h-10 min-w-14 cursor-crosshair',
          width < height ? 'w-16 sm:w-24' : 'w-28 sm:w-42',
        )}
      />
      <span className="absolute top-0.5 right-0.5 rounded bg-surface/85">
        <IconButton size="sm" label={t('map.hide')} icon={<X aria-hidden />} onClick={() => setAway(true)} />
      </span>
    </section>
  );
});
