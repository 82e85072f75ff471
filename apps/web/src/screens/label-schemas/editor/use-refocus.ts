import { useEffect, useRef } from 'react';

/** Gives the focus to what has an id, once the next drawing has put it where it belongs. */
export function useRefocus(): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const element = document.getElementById(wanted.current);
    if (element === null) return;
    wanted.current = null;
    // A menu that is closing gives the focus back to its button first.
    requestAnimationFrame(() => element.focus());
  });
  return (id) => {
    wanted.current = id;
  };
}
