/** Text that is markup already; everything else is escaped by `html`. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = Markup | string | number | null | readonly Part[];

function partText(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(partText).join('');
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}

/** Markup from a template: what is put in is escaped, unless it is markup itself. Names come from hostile files. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.reduce((out, text, at) => out + text + (at < parts.length ? partText(parts[at]!) : ''), ''),
  );
}
