'use client';

import type { KeysInForce } from '@assay/domain';
import { Button, IconButton } from '@assay/ui';
import {
  ArrowDownToLine,
  BookOpenText,
  Check,
  Keyboard,
  Pause,
  Redo2,
  SkipForward,
  Undo2,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { problemsOf } from '../desk/desk.ts';
import type { DeskState } from '../desk/desk-types.ts';
import type { Overlay } from '../row-desk.tsx';
import { Hint, SavingSign } from '../work-bar.tsx';
import type { Grid } from './use-grid.ts';

/** What one does with the page of rows, what the last act did, and whether everything is saved. */
export function GridBar({
  state,
  keys,
  grid,
  canAccept,
  hasGuideline,
  canUndo,
  onSubmit,
  onUndo,
  onPause,
  onOverlay,
}: {
  state: DeskState;
  keys: KeysInForce;
  grid: Grid;
  canAccept: boolean;
  hasGuideline: boolean;
  canUndo: boolean;
  onSubmit: () => void;
  onUndo: () => void;
  onPause: () => void;
  onOverlay: (overlay: Overlay) => void;
}) {
  const t = useTranslations('work.grid');
  const actions = useTranslations('work.actions');
  const complete = state.held.filter((held) => problemsOf(held).length === 0).length;
  return (
    <section
      aria-label={t('label')}
      className="sticky bottom-2 z-20 mt-4 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-raised px-4 py-2"
    >
      <span className="flex items-center gap-1">
        {hasGuideline ? (
          <IconButton
            label={actions('guideline')}
            icon={<BookOpenText aria-hidden />}
            onClick={() => onOverlay('guideline')}
          />
        ) : null}
        <IconButton
          label={actions('keys')}
          icon={<Keyboard aria-hidden />}
          onClick={() => onOverlay('keys')}
        />
        <IconButton label={actions('pause')} icon={<Pause aria-hidden />} onClick={onPause} />
        <IconButton
          label={actions('undo')}
          icon={<Undo2 aria-hidden />}
          onClick={onUndo}
          disabled={!canUndo}
        />
        <IconButton
          label={t('redo')}
          icon={<Redo2 aria-hidden />}
          onClick={grid.redo}
          disabled={!grid.canRedo}
        />
        <IconButton label={t('fill')} icon={<ArrowDownToLine aria-hidden />} onClick={grid.fill} />
      </span>
      <SavingSign state={state} />
      <p role="status" className="min-w-0 flex-1 basis-48 text-sm text-fg-secondary wrap-anywhere">
        {grid.said}
      </p>
      <span className="ml-auto flex items-center gap-2">
        <Button icon={<SkipForward aria-hidden />} onClick={() => onOverlay('skip')}>
          {actions('skip')}
          <Hint keys={keys.skip} />
        </Button>
        {canAccept ? (
          <Button icon={<Check aria-hidden />} onClick={grid.accept}>
            {t('accept')}
            <Hint keys={keys.accept} />
          </Button>
        ) : null}
        <Button variant="primary" onClick={onSubmit}>
          {t('submit', { count: complete })}
          <Hint keys={keys.submitTyping} />
        </Button>
      </span>
    </section>
  );
}
