'use client';

import { isKeyFrame } from '@assay/domain';
import { type EditorCommand, frameOf, keyMarksOf, regionOf, selectedRegions, showFrame } from '@assay/editor';
import { IconButton } from '@assay/ui';
import { ChevronFirst, ChevronLast, Diamond, DiamondMinus, LogOut, Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { shownKeys } from '../keys/shown-keys.ts';
import type { Drawing } from './drawing.ts';
import { FrameSlider } from './frame-slider.tsx';
import { backToPicture } from './on-drawing.ts';
import type { RegionQuestion } from './region-question.ts';
import { useRevision } from './use-records.ts';
import { useSignal } from './use-signal.ts';

/** The way through a sequence, and what is said of the frame that is shown. */
export const FrameBar = memo(function FrameBar({
  drawing: { editor },
  question,
}: {
  drawing: Drawing;
  question: RegionQuestion;
}) {
  const t = useTranslations('work.frames');
  const draw = useTranslations('work.draw');
  const { store } = editor;
  useSignal(store.signalOf('frame'));
  useSignal(store.signalOf('selection'));
  useRevision(editor);
  const frame = frameOf(store);
  if (frame === undefined) return null;
  const { at, frames, isPlaying } = frame;
  const selected = selectedRegions(store).filter(({ track }) => track !== undefined);
  const nameOf = (labelId: string | undefined) =>
    question.labels.find(({ id }) => id === labelId)?.name ?? draw('unlabelled');
  const here = selected.filter(({ track }) => track !== undefined && isKeyFrame(track, at));
  const said = here.map(({ label }) => t('keyFrameOf', { name: nameOf(label?.labelId) })).join(' ');
  const keyOf = (command: EditorCommand): string | undefined => {
    const [key] = editor.commands.get(command)?.keys ?? [];
    return key === undefined ? undefined : shownKeys(key);
  };
  const button = (command: EditorCommand, label: string, icon: ReactNode, disabled = false) => (
    <IconButton
      size="sm"
      label={label}
      icon={icon}
      shortcut={keyOf(command)}
      disabled={disabled}
      onClick={(event) => {
        editor.run(command);
        backToPicture(event);
      }}
    />
  );
  const marks = keyMarksOf(editor);
  const only = selected.every(({ id }) => (regionOf(store, id)?.track?.keyFrames.length ?? 0) < 2);
  return (
    <div
      role="toolbar"
      aria-label={t('bar')}
      className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line px-2 py-1"
    >
      <FrameSlider
        at={at}
        frames={frames}
        marks={marks}
        said={said}
        keys={{ previous: keyOf('previous-frame'), next: keyOf('next-frame') }}
        before={
          <>
            {button(
              'play-frames',
              isPlaying ? t('pause') : t('play'),
              isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />,
            )}
            {button(
              'previous-key-frame',
              t('previousKey'),
              <ChevronFirst aria-hidden />,
              marks.every((mark) => mark.frame >= at),
            )}
          </>
        }
        after={button(
          'next-key-frame',
          t('nextKey'),
          <ChevronLast aria-hidden />,
          marks.every((mark) => mark.frame <= at),
        )}
        // A gesture under way belongs to the frame in which it began.
        onFrame={(next) => editor.isResting() && showFrame(store, next)}
      />
      <span className="flex items-center gap-0.5">
        {button(
          'set-key-frame',
          t('set'),
          <Diamond aria-hidden />,
          selected.length === 0 || here.length === selected.length,
        )}
        {button('remove-key-frame', t('remove'), <DiamondMinus aria-hidden />, here.length === 0 || only)}
        {button('leave-frame', t('leave'), <LogOut aria-hidden />, selected.length === 0)}
      </span>
      <span role="status" className="sr-only">
        {isPlaying ? '' : said}
      </span>
    </div>
  );
});
