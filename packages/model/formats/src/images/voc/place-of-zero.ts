import type { Place } from '../check/reading.ts';
import type { LabelFile } from '../label-file.ts';
import { xmlEvents } from '../text/xml-events.ts';

const SIDES = ['object/bndbox/xmin', 'object/bndbox/ymin'];

/**
 * Where a set of Pascal VOC says 0 for the left or upper side of a box: pixels that are numbered from 1 have no such
 * number, and a set of some size whose numbers begin with 0 has boxes at a border. Fractions below 1 and negative
 * numbers say nothing: a box that reaches beyond the border has them in either way of counting.
 */
export async function placeOfZero(files: readonly LabelFile[]): Promise<Place | undefined> {
  for (const file of files) {
    if (!/\.xml$/i.test(file.path)) continue;
    const path: string[] = [];
    for await (const events of xmlEvents(file.chunks())) {
      for (const event of events) {
        if (event.kind === 'open') path.push(event.name);
        if (event.kind !== 'close') continue;
        const isSide = path[0] === 'annotation' && SIDES.includes(path.slice(1).join('/'));
        if (isSide && event.text.trim() !== '' && Number(event.text) === 0) {
          return { file: file.path, place: `line ${event.line}` };
        }
        path.pop();
      }
    }
  }
  return undefined;
}
