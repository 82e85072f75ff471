'use client';

import { Tooltip as Base } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from '../data/kbd.tsx';

export type TooltipProps = {
  content: ReactNode;
  shortcut?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** The element it belongs to; it must take the focus. */
  children: ReactElement;
};

/** A short hint on hover and focus. It never holds what is needed to use the control. */
export function Tooltip({ content, shortcut, side = 'top', children }: TooltipProps) {
  return (
    <Base.Provider delayDuration={400} skipDelayDuration={150}>
      <Base.Root>
        <Base.Trigger asChild>{children}</Base.Trigger>
        <Base.Portal>
          <Base.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 max-w-72 rounded-md bg-inverse px-2 py-1 text-xs text-fg-inverse shadow-md animate-fade-in"
          >
            {content}
            {shortcut === undefined ? null : (
              <span className="ml-2 opacity-90">
                <Kbd keys={shortcut} inverse />
              </span>
            )}
          </Base.Content>
        </Base.Portal>
      </Base.Root>
    </Base.Provider>
  );
}
