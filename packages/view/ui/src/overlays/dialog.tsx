'use client';

import { X } from 'lucide-react';
import { Dialog as Base } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { ScrollRegion } from '../data/scroll-region.tsx';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { defined } from '../lib/defined.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { scrimStyle } from './overlay-style.ts';
import { useDialogFocus } from './use-dialog-focus.ts';

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The element that opens it and gets the focus back. */
  trigger?: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** Buttons at the end; the last is the main one. */
  footer?: ReactNode;
  children?: ReactNode;
  labels?: Partial<UiLabels['common']> | undefined;
};

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-3xl' };

/** What its contents are called when they scroll; a title that is no text names nothing. */
function nameOf(title: ReactNode): string | undefined {
  return typeof title === 'string' ? title : undefined;
}

/** A modal dialog: the focus stays inside, Escape closes, the focus goes back. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  size = 'md',
  footer,
  children,
  labels,
}: DialogProps) {
  const t = useLabels('common', labels);
  const focus = useDialogFocus(trigger !== undefined);
  return (
    <Base.Root {...defined({ open, onOpenChange })}>
      {trigger === undefined ? null : <Base.Trigger asChild>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Overlay className={scrimStyle} />
        <Base.Content
          {...focus}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={cn(
            'fixed z-50 flex max-h-[calc(100dvh-2rem)] flex-col rounded-xl border border-line bg-raised text-fg shadow-lg focus:outline-none',
            'inset-x-3 bottom-3 animate-slide-up sm:inset-x-auto sm:bottom-auto sm:left-1/2 sm:top-1/2 sm:w-[calc(100vw-3rem)] sm:-translate-x-1/2 sm:-translate-y-1/2',
            widths[size],
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 pt-1">
              <Base.Title className="text-lg font-semibold text-balance">{title}</Base.Title>
              {description === undefined ? null : (
                <Base.Description className="mt-1 text-sm text-fg-secondary">{description}</Base.Description>
              )}
            </div>
            <Base.Close asChild>
              <IconButton label={t.close} icon={<X aria-hidden />} size="sm" />
            </Base.Close>
          </header>
          <ScrollRegion label={nameOf(title)} className="min-h-0 overflow-y-auto px-5 pb-5">
            <div>{children}</div>
          </ScrollRegion>
          {footer === undefined ? null : (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

export const DialogClose = Base.Close;

export type SheetProps = Omit<DialogProps, 'size'> & {
  side?: 'left' | 'right' | undefined;
  width?: 'sm' | 'md' | 'lg' | undefined;
};

const sheetWidths = { sm: 'sm:w-80', md: 'sm:w-[28rem]', lg: 'sm:w-[44rem]' };

/** A dialog that comes in from the side, for details beside the work. */
export function Sheet({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  side = 'right',
  width = 'md',
  footer,
  children,
  labels,
}: SheetProps) {
  const t = useLabels('common', labels);
  const focus = useDialogFocus(trigger !== undefined);
  return (
    <Base.Root {...defined({ open, onOpenChange })}>
      {trigger === undefined ? null : <Base.Trigger asChild>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Overlay className={scrimStyle} />
        <Base.Content
          {...focus}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={cn(
            'fixed inset-y-0 z-50 flex w-[calc(100vw-2.5rem)] flex-col border-line bg-raised text-fg shadow-lg focus:outline-none',
            side === 'right' ? 'right-0 border-l animate-slide-right' : 'left-0 border-r animate-slide-left',
            sheetWidths[width],
          )}
        >
          <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-3">
            <div className="min-w-0 pt-1">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description === undefined ? null : (
                <Base.Description className="mt-0.5 text-sm text-fg-secondary">
                  {description}
                </Base.Description>
              )}
            </div>
            <Base.Close asChild>
              <IconButton label={t.close} icon={<X aria-hidden />} size="sm" />
            </Base.Close>
          </header>
          <ScrollRegion label={nameOf(title)} className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
            <div>{children}</div>
          </ScrollRegion>
          {footer === undefined ? null : (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
