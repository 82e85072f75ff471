'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { isTheme, type Theme } from '../lib/theme.ts';

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function read(): Theme {
  const value = document.documentElement.dataset.theme;
  return isTheme(value) ? value : 'system';
}

/** The theme on `<html data-theme>`; setting it shows it at once and hands it to `persist`. */
export function useTheme(persist?: (theme: Theme) => void): {
  theme: Theme;
  setTheme: (theme: Theme) => void;
} {
  const theme = useSyncExternalStore(subscribe, read, (): Theme => 'system');
  const setTheme = useCallback(
    (next: Theme) => {
      document.documentElement.dataset.theme = next;
      persist?.(next);
    },
    [persist],
  );
  return { theme, setTheme };
}
