import { useCallback, useSyncExternalStore } from 'react';

type Readable<T> = { readonly subscribe: (listener: () => void) => () => void; readonly peek: () => T };

/** What does not happen where there is nothing to draw on. */
export const NEVER: Readable<boolean> = { subscribe: () => () => undefined, peek: () => false };

/** The value of a signal; the component is shown anew when it changes. */
export function useSignal<T>(signal: Readable<T>): T {
  const subscribe = useCallback((listener: () => void) => signal.subscribe(listener), [signal]);
  const read = useCallback(() => signal.peek(), [signal]);
  return useSyncExternalStore(subscribe, read, read);
}
