export type KeyPress = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

/**
 * The written form of a key press: modifiers in the order Mod, Alt, Shift, then the key ("Mod+K", "Shift+Enter", "?").
 * Control and Command are both "Mod". Shift is left out where it is needed to type the character itself ("?").
 */
export function writeKey(press: KeyPress): string {
  const names: Record<string, string> = {
    ' ': 'Space',
    Escape: 'Esc',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
  };
  const printable = [...press.key].length === 1 && press.key !== ' ';
  const letter = printable && press.key.toLowerCase() !== press.key.toUpperCase();
  const key = names[press.key] ?? (printable ? press.key.toUpperCase() : press.key);
  const shift = press.shiftKey && (!printable || letter);
  return [press.ctrlKey || press.metaKey ? 'Mod' : '', press.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter((p) => p !== '')
    .join('+');
}

/** Whether typed steps complete a combination ("G P"), begin one, or neither. */
export function matchSteps(combination: string, steps: readonly string[]): 'complete' | 'partial' | 'none' {
  const wanted = combination.split(' ');
  if (steps.length > wanted.length) return 'none';
  if (steps.some((step, index) => step !== wanted[index])) return 'none';
  return steps.length === wanted.length ? 'complete' : 'partial';
}
