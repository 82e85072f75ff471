'use client';

import { track as trackSchema } from '@assay/contracts';
import { withTrack } from '@assay/editor';
import type { RendererView } from '@assay/editor-konva';
import { Button, Callout, Card, cn, Spinner } from '@assay/ui';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useCallback, useEffect, useState } from 'react';
import type { Desk } from '../desk/desk.ts';
import type { HeldTask } from '../desk/desk-types.ts';
import { DrawBar } from './draw-bar.tsx';
import type { Drawing, Replaced } from './drawing.ts';
import { FrameBar } from './frame-bar.tsx';
import { PAST_PICTURE_ID } from './on-drawing.ts';
import { PictureMap } from './picture-map.tsx';
import type { RegionQuestion } from './region-question.ts';
import { useCanvas } from './use-canvas.ts';
import { VerifyBar } from './verify-bar.tsx';

const AS_IT_IS: RendererView = {
  tone: { brightness: 0, contrast: 1, gamma: 1 },
  opacity: 0.18,
  hasCrosshair: false,
  hasLabels: false,
  gridStep: null,
};

/** The picture that one draws on, with its tools. */
export function PicturePane({
  desk,
  held,
  ahead,
  question,
  drawing,
  onDrawing,
}: {
  desk: Desk;
  held: HeldTask;
  ahead: readonly HeldTask[];
  question: RegionQuestion;
  drawing: Drawing | null;
  onDrawing: (drawing: Drawing | null) => void;
}) {
  const t = useTranslations('work.draw');
  const frameWords = useTranslations('work.frames');
  const [replaced, setReplaced] = useState<readonly Replaced[]>([]);
  const [view, setView] = useState(AS_IT_IS);
  const onReplaced = useCallback(
    (more: readonly Replaced[]) => setReplaced((before) => [...before, ...more].slice(-100)),
    [],
  );
  const canvas = useCanvas({
    desk,
    held,
    ahead,
    question,
    drawing,
    label: t('canvas'),
    unlabelled: t('unlabelled'),
    onDrawing,
    onReplaced,
  });
  const { container, isSeen, isLost, retry, renderer, mapOf } = canvas;
  useEffect(() => {
    renderer?.setView(view);
  }, [renderer, view]);
  // What is told of one picture is not done to the next.
  const taskId = held.task.id;
  useEffect(() => setReplaced((before) => (before.length === 0 ? before : [])), [taskId]);
  const { path = '', width = 1, height = 1 } = held.task.picture ?? {};
  const isSequence = held.task.picture?.frames != null;
  return (
    <Card flush>
      <div className="flex flex-col lg:h-[calc(100dvh-15.5rem)] lg:min-h-[30rem]">
        {drawing === null ? (
          <div className="h-12 border-b border-line" />
        ) : (
          <>
            <DrawBar drawing={drawing} question={question} view={view} onView={setView} />
            <VerifyBar drawing={drawing} question={question} />
          </>
        )}
        <div
          // As high as the picture needs on a phone, where what is asked about it lies below.
          style={{ '--shape': `${width} / ${height}` } as CSSProperties}
          className={cn(
            'relative aspect-[var(--shape)] min-h-72 lg:aspect-auto lg:max-h-none lg:min-h-48 lg:flex-1',
            isSequence ? 'max-h-[42vh]' : 'max-h-[58vh]',
          )}
        >
          <div
            ref={container}
            data-painted={isSeen && drawing !== null}
            className={cn(
              'absolute inset-0 overflow-hidden bg-sunken',
              // What would be drawn before its own drawing is there would be of the one before, and lost.
              drawing === null && 'pointer-events-none',
            )}
          >
            {drawing !== null && (isSeen || isLost) ? null : (
              <span className="pointer-events-none absolute inset-0 flex items-center justify-center">
                <Spinner />
                <span className="sr-only">{t('loading')}</span>
              </span>
            )}
          </div>
          <span
            id={PAST_PICTURE_ID}
            tabIndex={-1}
            className="sr-only focus:not-sr-only focus:absolute focus:bottom-2 focus:left-2 focus:z-10 focus:rounded focus:bg-surface focus:px-2 focus:py-1 focus:text-sm focus:shadow-md"
          >
            {t('past')}
          </span>
          {drawing === null ? null : <PictureMap editor={drawing.editor} mapOf={mapOf} />}
        </div>
        {drawing === null || !isSequence ? null : <FrameBar drawing={drawing} question={question} />}
        {isLost ? (
          <p role="alert" className="flex flex-wrap items-center gap-2 px-3 py-2 text-sm text-bad-text">
            {t('lost')}
            <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={retry}>
              {t('again')}
            </Button>
          </p>
        ) : null}
        <p className="truncate border-t border-line px-3 py-1.5 text-xs text-fg-muted" title={path}>
          {path} · {width} × {height}
          {held.task.picture?.frames == null
            ? ''
            : ` · ${frameWords('frames', { count: held.task.picture.frames })}`}
        </p>
        {drawing === null || replaced.length === 0 ? null : (
          <div className="p-3">
            <Callout tone="warn" title={t('replaced', { count: replaced.length })}>
              <span className="flex flex-wrap gap-2">
                <Button
                  size="sm"
                  onClick={() => {
                    bringBack(drawing, replaced);
                    setReplaced([]);
                  }}
                >
                  {t('bringBack')}
                </Button>
                <Button size="sm" variant="quiet" onClick={() => setReplaced([])}>
                  {t('keepMine')}
                </Button>
              </span>
            </Callout>
          </div>
        )}
      </div>
    </Card>
  );
}

/** Gives back what the other tab had said, as a step that can be undone. */
function bringBack({ editor }: Drawing, replaced: readonly Replaced[]): void {
  editor.change('bring back', () => {
    for (const each of replaced) {
      if (each.kind === 'removed') editor.store.put(each.record as never);
      if (each.kind !== 'value') continue;
      const record = editor.store.get(each.id);
      if (record?.type === 'region' && record.track !== undefined) {
        // Its geometry goes with its track.
        const track = trackSchema.safeParse(each.property === 'track' ? each.value : null);
        if (track.success) editor.store.put(withTrack(editor.store, record, track.data));
        if (each.property === 'track' || each.property === 'geometry') continue;
      }
      if (record !== undefined) editor.store.put({ ...record, [each.property]: each.value } as never);
    }
  });
}
