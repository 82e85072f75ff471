import { SaxesParser } from 'saxes';
import { decodeChunks } from './decode-chunks.ts';

export type XmlEvent =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: XmlAttributes;
      readonly line: number;
    }
  /** `text` is what stands in the element itself, up to its first child. */
  | { readonly kind: 'close'; readonly name: string; readonly text: string; readonly line: number }
  | {
      readonly kind: 'fault';
      readonly code: 'unreadable' | 'unsafe' | 'too-large' | 'cut-off';
      readonly message: string;
      readonly line: number;
    };
export type XmlAttributes = Readonly<Record<string, string>>;

/** How deep elements may be, and the most characters between two tags or in one of them. */
export const XML_LIMITS = { depth: 64, text: 64 * 2 ** 20 } as const;

/**
 * The elements of an XML document in batches, as they come. A document type is refused: it could name entities that
 * grow without bound, or other files. At the first fault reading ends.
 */
export async function* xmlEvents(
  chunks: AsyncIterable<Uint8Array>,
  limits: Readonly<Record<keyof typeof XML_LIMITS, number>> = XML_LIMITS,
): AsyncGenerator<XmlEvent[]> {
  const parser = new SaxesParser({ xmlns: false });
  let events: XmlEvent[] = [];
  let [depth, sinceTag, isStopped, text] = [0, 0, false, ''];
  const stop = (code: Extract<XmlEvent, { kind: 'fault' }>['code'], message: string) => {
    if (!isStopped) events.push({ kind: 'fault', code, message, line: parser.line });
    isStopped = true;
  };
  parser.on('error', (error) => stop('unreadable', error.message.slice(0, 200)));
  parser.on('doctype', () => stop('unsafe', 'It has a document type, which is not read.'));
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('cdata', (more) => {
    text += more;
  });
  parser.on('opentag', ({ name, attributes }) => {
    [depth, sinceTag, text] = [depth + 1, 0, ''];
    if (depth > limits.depth) stop('too-large', `Its elements are more than ${limits.depth} deep.`);
    if (!isStopped) events.push({ kind: 'open', name, attributes, line: parser.line });
  });
  parser.on('closetag', ({ name }) => {
    [depth, sinceTag] = [depth - 1, 0];
    if (!isStopped) events.push({ kind: 'close', name, text, line: parser.line });
    text = '';
  });
  for await (const part of decodeChunks(chunks)) {
    sinceTag += part.length;
    parser.write(part);
    if (sinceTag > limits.text) stop('too-large', `A text in it has more than ${limits.text} characters.`);
    if (events.length > 0) yield events;
    events = [];
    if (isStopped) return;
  }
  if (depth > 0) stop('cut-off', 'The document ends before its last element.');
  else parser.close();
  if (events.length > 0) yield events;
}

/** The elements of a short text that is a part of a document. */
export function xmlElementsOf(text: string): { name: string; attributes: XmlAttributes }[] {
  const parser = new SaxesParser({ xmlns: false, fragment: true });
  const elements: { name: string; attributes: XmlAttributes }[] = [];
  let isWhole = true;
  parser.on('error', () => {
    isWhole = false;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(text).close();
  return isWhole ? elements : [];
}
