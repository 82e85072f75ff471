'use client';

import { Popover as Base } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { defined } from '../lib/defined.ts';
import { floatingStyle } from './overlay-style.ts';

export type PopoverProps = {
  /** Names the panel for readers. */
  label: string;
  trigger: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  /** Without padding, for lists that reach the edges. */
  flush?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

export function Popover({
  label,
  trigger,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  flush = false,
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root {...defined({ open, onOpenChange })}>
      <Base.Trigger asChild>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            floatingStyle,
            'max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] overflow-y-auto',
            flush ? '' : 'p-4',
            className === undefined && 'w-80',
            className,
          )}
        >
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
