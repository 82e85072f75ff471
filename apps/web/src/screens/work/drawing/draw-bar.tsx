'use client';

import type { EditorCommand, ToolId } from '@assay/editor';
import type { RendererView } from '@assay/editor-konva';
import { Checkbox, DropdownMenu, IconButton, Popover } from '@assay/ui';
import {
  Brush,
  Circle,
  Crosshair,
  Ellipsis,
  Eraser,
  Lasso,
  Maximize,
  MousePointer2,
  MoveUpRight,
  Pentagon,
  PersonStanding,
  RectangleHorizontal,
  Redo2,
  Slice,
  SlidersHorizontal,
  Spline,
  Square,
  Undo2,
  WandSparkles,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { shownKeys } from '../keys/shown-keys.ts';
import type { Drawing } from './drawing.ts';
import { backToPicture, focusPicture } from './on-drawing.ts';
import { offeredLabels, type RegionQuestion, takeTool, toolsOf } from './region-question.ts';
import { useSignal } from './use-signal.ts';

const ICONS: Readonly<Record<ToolId, ReactNode>> = {
  select: <MousePointer2 aria-hidden />,
  box: <Square aria-hidden />,
  'rotated-box': <RectangleHorizontal aria-hidden className="-rotate-12" />,
  polygon: <Pentagon aria-hidden />,
  polyline: <Spline aria-hidden />,
  point: <Crosshair aria-hidden />,
  ellipse: <Circle aria-hidden className="scale-y-75" />,
  brush: <Brush aria-hidden />,
  eraser: <Eraser aria-hidden />,
  skeleton: <PersonStanding aria-hidden />,
  wand: <WandSparkles aria-hidden />,
  'live-wire': <Lasso aria-hidden />,
  slice: <Slice aria-hidden />,
  relation: <MoveUpRight aria-hidden />,
};

/** What can be done with what is selected, besides by its key. */
const MORE = [
  ['copy', 'cut', 'paste'],
  ['flag-region', 'duplicate', 'join', 'to-polygon', 'to-mask', 'group', 'ungroup', 'label-image'],
  ['bring-to-front', 'send-to-back', 'hide', 'show-all', 'lock'],
  ['select-all', 'zoom-selection', 'toggle-snap'],
] as const;

/** Pixels of the picture between lines of the grid. */
const GRID_STEP = 100;

/** The tools of the picture, and how it is seen. */
export const DrawBar = memo(function DrawBar({
  drawing,
  question,
  view,
  onView,
}: {
  drawing: Drawing;
  question: RegionQuestion;
  view: RendererView;
  onView: (view: RendererView) => void;
}) {
  const t = useTranslations('work.draw');
  const { editor } = drawing;
  const keyOf = (command: EditorCommand): string | undefined => {
    const [key] = editor.commands.get(command)?.keys ?? [];
    return key === undefined ? undefined : shownKeys(key);
  };
  const tool = useSignal(editor.tool);
  const canClass = offeredLabels(question).some(({ shapes }) => shapes.includes('image-class'));
  const canUndo = useSignal(editor.history.canUndo);
  const canRedo = useSignal(editor.history.canRedo);
  const button = (command: EditorCommand, icon: ReactNode, disabled = false) => (
    <IconButton
      label={t(`commands.${command}` as 'commands.undo')}
      icon={icon}
      shortcut={keyOf(command)}
      disabled={disabled}
      onClick={(event) => {
        editor.run(command);
        backToPicture(event);
      }}
    />
  );
  return (
    <div
      role="toolbar"
      aria-label={t('tools')}
      className="flex min-h-12 flex-wrap items-center gap-0.5 border-b border-line px-2 py-1"
    >
      {toolsOf(question).map((id) => (
        <IconButton
          key={id}
          label={t(`toolNames.${id}`)}
          icon={ICONS[id]}
          shortcut={keyOf(`use-${id}`)}
          aria-pressed={tool === id}
          className="aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
          onClick={(event) => {
            takeTool(editor, question, id);
            backToPicture(event);
          }}
        />
      ))}
      {/* A space, and no line: where the row ends here, a line would stand at its end. */}
      <span className="w-3" />
      {button('undo', <Undo2 aria-hidden />, !canUndo)}
      {button('redo', <Redo2 aria-hidden />, !canRedo)}
      <DropdownMenu
        label={t('more')}
        trigger={<IconButton label={t('more')} icon={<Ellipsis aria-hidden />} />}
        groups={MORE.map((commands, at) => ({
          id: String(at),
          items: commands
            .filter((command) => command !== 'label-image' || canClass)
            .map((command) => ({
              id: command,
              label: t(`commands.${command}`),
              shortcut: keyOf(command),
              onSelect: () => {
                editor.run(command);
                focusPicture();
              },
            })),
        }))}
      />
      <span className="ml-auto flex items-center gap-0.5">
        {button('zoom-out', <ZoomOut aria-hidden />)}
        {button('zoom-in', <ZoomIn aria-hidden />)}
        {button('zoom-fit', <Maximize aria-hidden />)}
        <Popover
          label={t('look')}
          align="end"
          trigger={<IconButton label={t('look')} icon={<SlidersHorizontal aria-hidden />} />}
        >
          <div className="flex flex-col gap-3">
            <Range
              label={t('brightness')}
              value={view.tone.brightness}
              from={-0.5}
              to={0.5}
              onChange={(brightness) => onView({ ...view, tone: { ...view.tone, brightness } })}
            />
            <Range
              label={t('contrast')}
              value={view.tone.contrast}
              from={0.4}
              to={3}
              onChange={(contrast) => onView({ ...view, tone: { ...view.tone, contrast } })}
            />
            <Range
              label={t('gamma')}
              value={view.tone.gamma}
              from={0.4}
              to={3}
              onChange={(gamma) => onView({ ...view, tone: { ...view.tone, gamma } })}
            />
            <Range
              label={t('opacity')}
              value={view.opacity}
              from={0}
              to={0.8}
              onChange={(opacity) => onView({ ...view, opacity })}
            />
            <Checkbox
              label={t('crosshair')}
              checked={view.hasCrosshair}
              onChange={(hasCrosshair) => onView({ ...view, hasCrosshair })}
            />
            <Checkbox
              label={t('names')}
              checked={view.hasLabels}
              onChange={(hasLabels) => onView({ ...view, hasLabels })}
            />
            <Checkbox
              label={t('grid', { step: GRID_STEP })}
              checked={view.gridStep !== null}
              onChange={(hasGrid) => onView({ ...view, gridStep: hasGrid ? GRID_STEP : null })}
            />
          </div>
        </Popover>
      </span>
    </div>
  );
});

function Range({
  label,
  value,
  from,
  to,
  onChange,
}: {
  label: string;
  value: number;
  from: number;
  to: number;
  onChange: (value: number) => void;
}) {
  return (
    <label className="flex flex-col gap-1 text-sm">
      {label}
      <input
        type="range"
        min={from}
        max={to}
        step={0.01}
        value={value}
        className="w-full accent-[var(--accent)]"
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
    </label>
  );
}
