'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in what the server draws, true once the page has come alive: before that a press would be lost. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
