'use client';

import { Button, IconButton, IconLink, Spinner } from '@assay/ui';
import { ChevronLeft, ChevronRight, Maximize, RotateCcw, ZoomIn, ZoomOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { type ImageView, nameOfPath } from '../image-types.ts';
import { useCamera } from './use-camera.ts';
import { usePicture } from './use-picture.ts';

/**
 * A picture to look at closely: of a large one only what is on the screen is loaded. With `list`, `?…` of an address, it
 * leads on through that list.
 */
export function PictureViewer({ image, list }: { image: ImageView; list: string }) {
  const t = useTranslations('images.view');
  const { path } = useOrg();
  const { frame, screen, camera, handlers, zoomIn, zoomOut, fit, actual } = useCamera(image);
  const { canvas, isSeen, isLost, retry } = usePicture(image, `/api/images/${image.id}`, camera, screen);

  const { before, after } = image.beside;
  const router = useRouter();
  // Whoever came here by a key goes on by keys: the page before has taken the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true });
  }, [frame]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'PageUp' ? before : event.key === 'PageDown' ? after : null;
    if (to === null) {
      handlers.onKeyDown(event);
      return;
    }
    event.preventDefault();
    router.push(path(`/images/${to}${list}`));
  };
  return (
    <section aria-label={t('picture')} className="flex min-w-0 flex-col gap-2">
      <div
        ref={frame}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved and zoomed by keys.
        tabIndex={0}
        aria-label={nameOfPath(image.path)}
        aria-describedby="picture-keys"
        data-painted={isSeen}
        className="relative h-[60vh] max-h-96 min-h-72 cursor-grab touch-none overflow-hidden rounded-lg border border-line bg-sunken select-none active:cursor-grabbing lg:h-[calc(100vh-15rem)] lg:max-h-[52rem]"
        {...handlers}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} className="absolute inset-0 size-full" />
        {isSeen || isLost ? null : (
          <span className="absolute inset-0 flex items-center justify-center">
            <Spinner />
            <span className="sr-only">{t('loading')}</span>
          </span>
        )}
      </div>
      {isLost ? (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-sm text-bad-text">
          {t('lost')}
          <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={retry}>
            {t('again')}
          </Button>
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-1">
        <IconButton label={t('zoomOut')} icon={<ZoomOut aria-hidden />} onClick={zoomOut} />
        <span className="w-16 text-center text-sm tabular-nums">
          {t('zoom', { percent: Math.round(camera.zoom * 100) })}
        </span>
        <IconButton label={t('zoomIn')} icon={<ZoomIn aria-hidden />} onClick={zoomIn} />
        <IconButton label={t('fit')} icon={<Maximize aria-hidden />} onClick={fit} />
        <IconButton
          label={t('actual')}
          icon={<span className="text-xs font-semibold">1:1</span>}
          onClick={actual}
        />
        <span className="ms-auto flex gap-1">
          {before === null ? null : (
            <IconLink
              label={t('before')}
              icon={<ChevronLeft aria-hidden />}
              href={path(`/images/${before}${list}`)}
            />
          )}
          {after === null ? null : (
            <IconLink
              label={t('after')}
              icon={<ChevronRight aria-hidden />}
              href={path(`/images/${after}${list}`)}
            />
          )}
        </span>
      </div>
      <p id="picture-keys" className="text-xs text-fg-muted">
        {t('keys')}
      </p>
    </section>
  );
}
