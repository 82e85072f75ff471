/** Where each value of a JSON text begins, by its path (`questions.0.name`), or where the text stops being JSON. */
export type JsonPlaces = { places: ReadonlyMap<string, number>; stopsAt: number | null };

/** Reads where the values of a JSON text stand. What is wrong in the text is for `JSON.parse` to say. */
export function jsonPlaces(text: string): JsonPlaces {
  const places = new Map<string, number>();
  let at = 0;
  const space = () => {
    while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at += 1;
  };
  const sign = (wanted: string): boolean => {
    space();
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  };
  const token = (pattern: RegExp): string | null => {
    space();
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const list = (end: string, item: (index: number) => boolean): boolean => {
    if (sign(end)) return true;
    for (let index = 0; ; index += 1) {
      if (!item(index)) return false;
      if (sign(end)) return true;
      if (!sign(',')) return false;
    }
  };
  const value = (path: string): boolean => {
    space();
    places.set(path, at);
    const inside = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
    if (sign('[')) return list(']', (index) => value(inside(index)));
    if (!sign('{')) return token(PLAIN) !== null;
    return list('}', () => {
      const name = token(STRING);
      return name !== null && sign(':') && value(inside(JSON.parse(name)));
    });
  };
  const whole = value('');
  space();
  return { places, stopsAt: whole && at === text.length ? null : at };
}

const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const PLAIN = new RegExp(
  `${STRING.source}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`,
  'uy',
);

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The line on which a path stands, or what of it does. */
export function lineOfPath(text: string, { places }: JsonPlaces, path: string): number {
  const parts = path === '' ? [] : path.split('.');
  for (let count = parts.length; count >= 0; count -= 1) {
    const offset = places.get(parts.slice(0, count).join('.'));
    if (offset !== undefined) return lineAt(text, offset);
  }
  return 1;
}
