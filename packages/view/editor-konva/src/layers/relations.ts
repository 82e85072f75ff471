import { boundsOfGeometry, type Editor, regionOf, relationsOf, selectedIds } from '@assay/editor';
import { angleTo, centreOf, type Point } from '@assay/geometry';

/** An arrow between two places of the image. */
export type Arrow = { readonly from: Point; readonly to: Point };

/** The relations of regions that are selected or pointed at, from middle to middle, and the one that is drawn. */
export function arrowsShown({ store }: Pick<Editor, 'store'>, hovered: string | undefined): Arrow[] {
  const selected = selectedIds(store);
  const isShown = (id: string) => id === hovered || selected.has(id);
  const arrows = relationsOf(store)
    .filter(({ from, to }) => isShown(from) || isShown(to))
    .flatMap(({ from, to }) => arrowBetween(middleOf(store, from), middleOf(store, to)));
  const link = store.get('link');
  if (link?.type !== 'link') return arrows;
  const end = link.to === undefined ? link.cursor : middleOf(store, link.to);
  return [...arrows, ...arrowBetween(middleOf(store, link.from), end)];
}

const arrowBetween = (from: Point | undefined, to: Point | undefined): Arrow[] =>
  from === undefined || to === undefined ? [] : [{ from, to }];

function middleOf(store: Editor['store'], id: string): Point | undefined {
  const region = regionOf(store, id);
  const bounds = region && boundsOfGeometry(region.geometry);
  return bounds && centreOf(bounds);
}

/** Length of the head in pixels of the screen, and half of its angle. */
const HEAD = 12;
const HALF_ANGLE = Math.PI / 7;

/** Adds an arrow to the path of a context: a line, and a head of constant size at its end. */
export function traceArrow(context: CanvasRenderingContext2D, { from, to }: Arrow, pixel: number): void {
  const back = angleTo(to, from);
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  for (const side of [-HALF_ANGLE, HALF_ANGLE]) {
    context.moveTo(to.x, to.y);
    context.lineTo(to.x + HEAD * pixel * Math.cos(back + side), to.y + HEAD * pixel * Math.sin(back + side));
  }
}
