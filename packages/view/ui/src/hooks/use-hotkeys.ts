'use client';

import { useEffect, useRef } from 'react';
import { matchSteps, writeKey } from '../lib/hotkey.ts';

export type Hotkey = {
  id: string;
  /** "Mod+K", "?", or steps "G P". */
  keys: string;
  run: () => void;
  /** Also while typing in a field. */
  inFields?: boolean | undefined;
};

/**
 * Listens for keys on the document. `remap` gives a person's own keys by id; an empty string turns one off.
 * Steps have to follow one another within a second.
 */
export function useHotkeys(hotkeys: readonly Hotkey[], remap?: Readonly<Record<string, string>>): void {
  const latest = useRef({ hotkeys, remap });
  latest.current = { hotkeys, remap };
  useEffect(() => {
    let steps: string[] = [];
    let lastAt = 0;
    const listen = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)
      )
        return;
      const target = event.target;
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.matches('input, textarea, select'));
      steps = event.timeStamp - lastAt > 1000 ? [] : steps;
      lastAt = event.timeStamp;
      const pressed = writeKey(event);
      const usable = latest.current.hotkeys
        .map((h) => ({ ...h, keys: latest.current.remap?.[h.id] ?? h.keys }))
        .filter((h) => h.keys !== '' && (!typing || h.inFields === true));
      for (const trial of [[...steps, pressed], [pressed]]) {
        const hit = usable.find((h) => matchSteps(h.keys, trial) === 'complete');
        if (hit !== undefined) {
          event.preventDefault();
          steps = [];
          hit.run();
          return;
        }
        if (usable.some((h) => matchSteps(h.keys, trial) === 'partial')) {
          steps = trial;
          return;
        }
      }
      steps = [];
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
