'use client';

import { Card } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCamera } from '../../images/viewer/use-camera.ts';
import { usePicture } from '../../images/viewer/use-picture.ts';
import type { WorkTask } from '../desk/desk-types.ts';
import { FrameSlider } from './frame-slider.tsx';

/** The picture of a task in which nothing is drawn: it is looked at, and asked about. */
export function PictureOnly({
  taskId,
  picture,
}: {
  taskId: string;
  picture: NonNullable<WorkTask['picture']>;
}) {
  const t = useTranslations('work.draw');
  const [place, setPlace] = useState({ taskId, at: 0 });
  // What is looked at of one sequence is not looked at of the next.
  const at = place.taskId === taskId ? place.at : 0;
  const { frame, screen, camera, handlers } = useCamera(picture);
  const { canvas, isSeen } = usePicture(picture, `/api/tasks/${taskId}/picture`, camera, screen, at);
  return (
    <Card flush>
      <div
        ref={frame}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved and zoomed by keys.
        tabIndex={0}
        aria-label={t('canvas')}
        data-painted={isSeen}
        className="relative h-[58vh] min-h-72 cursor-grab touch-none overflow-hidden bg-sunken select-none lg:h-[calc(100vh-16rem)]"
        {...handlers}
      >
        <canvas ref={canvas} className="absolute inset-0 size-full" />
      </div>
      {picture.frames === null ? null : (
        <div className="border-t border-line px-2 py-1">
          <FrameSlider
            at={at}
            frames={picture.frames}
            onFrame={(next) =>
              setPlace({ taskId, at: Math.min((picture.frames ?? 1) - 1, Math.max(0, next)) })
            }
          />
        </div>
      )}
      <p className="truncate border-t border-line px-3 py-1.5 text-xs text-fg-muted">{picture.path}</p>
    </Card>
  );
}
