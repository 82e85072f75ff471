/** A template of texts. */
export type Pattern =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one-of'; readonly characters: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number };

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CLASSES: Readonly<Record<string, string>> = {
  d: DIGITS,
  w: `${LETTERS}${LETTERS.toUpperCase()}${DIGITS}_`,
  s: ' ',
};
const MOST_REPEATS = 200;

/**
 * Reads a template in the manner of regular expressions: characters, classes ([A-Z0-9], \d, \w, \s), groups with
 * choices ((north|south)), and repeats (?, {3}, {2,5}). `\` before any other character stands for that character.
 *
 * @throws RangeError saying what is wrong and at which character
 */
export function parsePattern(source: string): Pattern {
  let at = 0;
  const result = choice();
  if (at < source.length) throw wrong(`${source[at]} is not expected`);
  return result;

  function wrong(message: string): RangeError {
    return new RangeError(`${message} at character ${at + 1}`);
  }

  function choice(): Pattern {
    const options = [sequence()];
    while (source[at] === '|') {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  function sequence(): Pattern {
    const parts: Pattern[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated());
    return { kind: 'sequence', parts };
  }

  function repeated(): Pattern {
    const part = single();
    if (source[at] === '?') {
      at += 1;
      return { kind: 'repeat', part, least: 0, most: 1 };
    }
    if (source[at] !== '{') return part;
    const found = /^\{(\d{1,3})(?:,(\d{1,3}))?\}/.exec(source.slice(at));
    if (!found) throw wrong('a repeat is {n} or {n,m}');
    const least = Number(found[1]);
    const most = Number(found[2] ?? found[1]);
    if (most < least || most > MOST_REPEATS) throw wrong(`a repeat goes up to ${MOST_REPEATS}`);
    at += found[0].length;
    return { kind: 'repeat', part, least, most };
  }

  function single(): Pattern {
    const character = source[at]!;
    if ('*+{}?]'.includes(character)) throw wrong(`${character} is not expected`);
    at += 1;
    if (character === '(') {
      const inside = choice();
      if (source[at] !== ')') throw wrong(') is expected');
      at += 1;
      return inside;
    }
    if (character === '[') return oneOf();
    if (character !== '\\') return { kind: 'text', text: character };
    const escaped = source[at];
    if (escaped === undefined) throw wrong('a character is expected');
    at += 1;
    const characters = CLASSES[escaped];
    return characters === undefined ? { kind: 'text', text: escaped } : { kind: 'one-of', characters };
  }

  function oneOf(): Pattern {
    let characters = '';
    while (at < source.length && source[at] !== ']') {
      const from = source[at]!;
      if (source[at + 1] === '-' && source[at + 2] !== undefined && source[at + 2] !== ']') {
        const [low, high] = [from.charCodeAt(0), source.charCodeAt(at + 2)];
        if (low > high) throw wrong(`${from}-${source[at + 2]} is no range`);
        for (let code = low; code <= high; code += 1) characters += String.fromCharCode(code);
        at += 3;
      } else {
        characters += from;
        at += 1;
      }
    }
    if (source[at] !== ']' || characters === '') throw wrong('] is expected');
    at += 1;
    return { kind: 'one-of', characters };
  }
}

/** A text of a template; `draw(n)` gives an integer in [0, n). */
export function textOf(pattern: Pattern, draw: (bound: number) => number): string {
  switch (pattern.kind) {
    case 'text':
      return pattern.text;
    case 'one-of':
      return pattern.characters[draw(pattern.characters.length)]!;
    case 'choice':
      return textOf(pattern.options[draw(pattern.options.length)]!, draw);
    case 'sequence':
      return pattern.parts.map((part) => textOf(part, draw)).join('');
    case 'repeat': {
      const times = pattern.least + draw(pattern.most - pattern.least + 1);
      let text = '';
      for (let time = 0; time < times; time += 1) text += textOf(pattern.part, draw);
      return text;
    }
  }
}
