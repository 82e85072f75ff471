'use client';

import { useEffect } from 'react';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const;

/** Whoever is at work on a page: `sign` at each thing that they do, `away` when they leave it. Both must stay the same. */
export function useActivity(sign: () => void, away: () => void): void {
  useEffect(() => {
    const leave = () => (document.visibilityState === 'hidden' ? away() : sign());
    for (const each of SIGNS) window.addEventListener(each, sign, { passive: true, capture: true });
    document.addEventListener('visibilitychange', leave);
    return () => {
      for (const each of SIGNS) window.removeEventListener(each, sign, { capture: true });
      document.removeEventListener('visibilitychange', leave);
    };
  }, [sign, away]);
}
