import { decodeChunks } from './decode-chunks.ts';
import {
  ElementSplitter,
  JSON_LIMITS,
  type JsonElement,
  type JsonLimits,
  type Wanted,
} from './json-splitter.ts';

export { JSON_LIMITS, type JsonElement, type JsonFault, type Wanted } from './json-splitter.ts';

/**
 * The wanted elements of a large JSON document, in batches, as they come. This only finds where elements begin and end;
 * they are read by `JSON.parse`. So an element that is damaged, too large or too deep is a fault and the next one goes
 * on, and what is not wanted takes no memory, however large it is. `NaN` and `Infinity`, which Python writes, are read
 * as null.
 *
 * @param wanted by the key of the outermost object, or null for an outermost array
 */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  wanted: (key: string | null) => Wanted,
  limits: JsonLimits = JSON_LIMITS,
): AsyncGenerator<JsonElement[]> {
  const splitter = new ElementSplitter(wanted, limits);
  for await (const text of decodeChunks(chunks)) {
    const found = splitter.push(text);
    if (found.length > 0) yield found;
    if (splitter.hasStopped) return;
  }
  yield splitter.end();
}
