'use client';

import { useEffect } from 'react';
import type { Desk } from './desk/desk.ts';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const;

/** Time at work: what the person does counts as a sign of them, leaving the page ends it. */
export function useSigns(desk: Desk, taskId: string): void {
  useEffect(() => {
    const sign = () => desk.sign();
    const leave = () => {
      if (document.visibilityState === 'hidden') desk.away();
      else desk.sign();
    };
    for (const each of SIGNS) window.addEventListener(each, sign, { passive: true, capture: true });
    document.addEventListener('visibilitychange', leave);
    return () => {
      for (const each of SIGNS) window.removeEventListener(each, sign, { capture: true });
      document.removeEventListener('visibilitychange', leave);
    };
  }, [desk]);
  // Reading begins when the row is there.
  useEffect(() => desk.sign(), [desk, taskId]);
}
