'use client';

import type { KeysInForce } from '@assay/domain';
import { Button, cn, IconButton, Kbd } from '@assay/ui';
import {
  BookOpenText,
  Check,
  Cloud,
  CloudOff,
  Info,
  Keyboard,
  Pause,
  SkipForward,
  Undo2,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DeskState } from './desk/desk-types.ts';
import { shownKeys } from './keys/shown-keys.ts';
import type { Overlay } from './row-desk.tsx';

/** What one does with the row, always at hand, and whether everything is saved. */
export function WorkBar({
  state,
  keys,
  row,
  canAccept,
  canUndo,
  hasGuideline,
  onSubmit,
  onAccept,
  onUndo,
  onPause,
  onOverlay,
  isReturned = false,
}: {
  state: DeskState;
  keys: KeysInForce;
  row: number;
  canAccept: boolean;
  canUndo: boolean;
  hasGuideline: boolean;
  onSubmit: () => void;
  onAccept: () => void;
  onUndo: () => void;
  onPause: () => void;
  onOverlay: (overlay: Overlay) => void;
  /** An answer that came back is not passed over: it is handed in again, or stood by. */
  isReturned?: boolean;
}) {
  const t = useTranslations('work');
  const actions = useTranslations('work.actions');
  return (
    <section
      aria-label={t('row', { row: row + 1 })}
      className="sticky bottom-0 z-20 -mx-4 mt-4 flex flex-wrap items-center gap-2 border-t border-line bg-raised px-4 py-2 sm:mx-0 sm:rounded-t-lg sm:border-x"
    >
      <span className="flex min-w-0 items-center gap-1">
        <IconButton label={actions('more')} icon={<Info aria-hidden />} onClick={() => onOverlay('about')} />
        {hasGuideline ? (
          <IconButton
            label={actions('guideline')}
            icon={<BookOpenText aria-hidden />}
            onClick={() => onOverlay('guideline')}
          />
        ) : null}
        <span className="hidden sm:inline-flex">
          <IconButton
            label={actions('keys')}
            icon={<Keyboard aria-hidden />}
            onClick={() => onOverlay('keys')}
          />
        </span>
        <IconButton label={actions('pause')} icon={<Pause aria-hidden />} onClick={onPause} />
      </span>
      <SavingSign state={state} />
      <span className="ml-auto flex items-center gap-1 sm:hidden">
        <IconButton
          label={actions('undo')}
          icon={<Undo2 aria-hidden />}
          onClick={onUndo}
          disabled={!canUndo}
        />
        {isReturned ? null : (
          <IconButton
            label={actions('skip')}
            icon={<SkipForward aria-hidden />}
            onClick={() => onOverlay('skip')}
          />
        )}
      </span>
      <span className="ml-auto flex items-center gap-2 max-sm:w-full max-sm:[&>*]:flex-1">
        <span className="hidden items-center gap-2 sm:flex">
          <Button variant="quiet" icon={<Undo2 aria-hidden />} onClick={onUndo} disabled={!canUndo}>
            {actions('undo')}
            <Hint keys={keys.undo} />
          </Button>
          {isReturned ? null : (
            <Button icon={<SkipForward aria-hidden />} onClick={() => onOverlay('skip')}>
              {actions('skip')}
              <Hint keys={keys.skip} />
            </Button>
          )}
        </span>
        {canAccept ? (
          <Button icon={<Check aria-hidden />} onClick={onAccept}>
            {actions('accept')}
            <Hint keys={keys.accept} />
          </Button>
        ) : null}
        <Button variant="primary" onClick={onSubmit}>
          {actions(isReturned ? 'submitAgain' : 'submit')}
          <Hint keys={keys.submit} />
        </Button>
      </span>
    </section>
  );
}

/** The key of a button, where there is a keyboard to press it on. */
export function Hint({ keys }: { keys: string | null }) {
  if (keys === null) return null;
  return (
    <span aria-hidden className="hidden pl-1 lg:inline">
      <Kbd keys={shownKeys(keys)} />
    </span>
  );
}

export function SavingSign({ state }: { state: DeskState }) {
  const t = useTranslations('work.saving');
  const { saving, sending } = state;
  const words =
    saving === 'saved'
      ? t('saved')
      : saving === 'offline'
        ? sending > 0
          ? t('offlineSending', { count: sending })
          : t('offline')
        : sending > 0
          ? t('sending', { count: sending })
          : t('saving');
  return (
    <p
      role="status"
      data-saving={saving}
      className={cn(
        'flex min-w-0 items-center gap-1.5 text-sm',
        saving === 'offline' ? 'text-warn-text' : 'text-fg-muted',
      )}
    >
      {saving === 'offline' ? (
        <CloudOff aria-hidden className="size-4 shrink-0" />
      ) : (
        <Cloud aria-hidden className="size-4 shrink-0" />
      )}
      <span className="min-w-0">{words}</span>
    </p>
  );
}
