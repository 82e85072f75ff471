const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as it stands in XML, in an element or an attribute. What XML cannot say at all becomes U+FFFD. */
export const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML has no way to write
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!);

/** An element with text in it, on a line of its own. */
export const xmlLine = (indent: number, name: string, text: string | number): string =>
  `${' '.repeat(indent)}<${name}>${xmlText(String(text))}</${name}>\n`;

/** Attributes of an element, with a blank before each; those that are undefined are left out. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
