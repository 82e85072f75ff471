'use client';

import { useMemo, useRef } from 'react';
import { focusFirstField } from './initial-focus.ts';

type DialogFocus = { onOpenAutoFocus: (event: Event) => void; onCloseAutoFocus: (event: Event) => void };

/** Focus in and out of a dialog. Opened without a trigger, it goes back to where it was before. */
export function useDialogFocus(hasTrigger: boolean): DialogFocus {
  const before = useRef<HTMLElement>(undefined);
  return useMemo(
    () => ({
      onOpenAutoFocus: (event: Event) => {
        before.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
        focusFirstField(event);
      },
      onCloseAutoFocus: (event: Event) => {
        if (hasTrigger || before.current?.isConnected !== true) return;
        event.preventDefault();
        before.current.focus();
      },
    }),
    [hasTrigger],
  );
}
