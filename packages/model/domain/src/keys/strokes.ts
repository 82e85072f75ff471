/** What a browser says of a key press. `altGraph`: the press types a third sign of its key. */
export type KeyPress = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  altGraph: boolean;
};

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};
const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'OS', 'Fn']);
/** Half of a sign, or a key that an input method took: only its place is known. */
const UNFINISHED = new Set(['Dead', 'Process', 'Unidentified', 'Compose']);

const isSign = (key: string): boolean => [...key].length === 1 && key !== ' ';
const isLetter = (sign: string): boolean => sign.toLowerCase() !== sign.toUpperCase();

/** The Latin letter or digit that stands on a key of an American keyboard; null for all other keys. */
function latinOf(code: string): string | null {
  const found = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  return found?.[1]?.toLowerCase() ?? found?.[2] ?? null;
}

/**
 * How a press is written (see `stroke` in contracts), in the order in which the ways count; empty for modifiers alone.
 *
 * First comes what the key types on the person's own layout (`key`): it is what is printed on it, what a label's key
 * and the cheat sheet say, and on AZERTY or Dvorak the place of a key would be another letter's. Where that is no
 * Latin letter or digit, the place of the key (`code`) counts as well, so that `S` skips on a Cyrillic or Greek layout
 * and the row of digits rates on a French one, which types digits with Shift only.
 */
export function strokesOf(press: KeyPress): string[] {
  const { key, code, altGraph } = press;
  if (MODIFIERS.has(key)) return [];
  const mod = !altGraph && (press.ctrlKey || press.metaKey) ? 'Mod+' : '';
  const alt = !altGraph && press.altKey ? 'Alt+' : '';
  const shift = press.shiftKey ? 'Shift+' : '';
  const latin = latinOf(code);
  const strokes: string[] = [];
  if (isSign(key)) {
    const sign = key.toLowerCase();
    // Shift is written where it does not already show in the sign.
    strokes.push(`${mod}${alt}${isLetter(sign) ? shift : ''}${sign}`);
  } else if (!UNFINISHED.has(key)) strokes.push(`${mod}${alt}${shift}${NAMES[key] ?? key}`);
  if (latin !== null && !/^[a-z0-9]$/i.test(key)) {
    const isDigit = /\d/.test(latin);
    if (!(isDigit && press.shiftKey)) strokes.push(`${mod}${alt}${shift}${latin}`);
  }
  return strokes;
}

/**
 * The way of writing a press that is kept when a person chooses it: by place where that says a Latin letter or digit,
 * because then it is found again on every layout. Null where the press is no key.
 */
export function strokeToKeep(press: KeyPress): string | null {
  return strokesOf(press).at(-1) ?? null;
}

/** Does the press put something into a field? */
export function typesText(stroke: string): boolean {
  return !/(^|\+)(Mod|Alt)\+/.test(stroke) && !/^(Shift\+)?F\d{1,2}$/.test(stroke);
}

export type ReservedFor = 'modifier' | 'browser' | 'reader' | 'focus' | 'scroll' | 'search' | 'typing';

const FOR_FOCUS = new Set(['Tab', 'Esc', 'Space']);
const FOR_READERS = new Set(['Insert', 'CapsLock', 'NumLock', 'ScrollLock', 'Clear']);
const FOR_SCROLLING = new Set(['PageUp', 'PageDown', 'Home', 'End']);
const FOR_BROWSER = new Set([
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'],
  ...['ContextMenu', 'PrintScreen', 'Pause', 'Backspace', 'Help'],
]);
const NAMED = /^(Enter|Delete|Up|Down|Left|Right|F\d{1,2})$/;

/**
 * Whose a press is already, so that no command can have it; null where it is free. Whatever browsers, systems and
 * screen readers mean by it in one place is reserved in all: keys follow a person from machine to machine.
 */
export function reservedFor(stroke: string): ReservedFor | null {
  const parts = /^(Mod\+)?(Alt\+)?(Shift\+)?(.+)$/.exec(stroke);
  const name = parts?.[4] ?? '';
  if (name === '' || MODIFIERS.has(name)) return 'modifier';
  if (parts?.[2] !== undefined) return 'browser';
  if (FOR_READERS.has(name)) return 'reader';
  if (FOR_FOCUS.has(name)) return 'focus';
  if (FOR_SCROLLING.has(name)) return 'scroll';
  // Nearly all with Control or Command mean something to one browser or another, or edit a text.
  if (parts?.[1] !== undefined) return name === 'Enter' ? null : 'browser';
  // With `+`, keys are joined in writing.
  if (FOR_BROWSER.has(name) || name === '+') return 'browser';
  if (name === '/') return 'search';
  return isSign(name) || NAMED.test(name) ? null : 'browser';
}
