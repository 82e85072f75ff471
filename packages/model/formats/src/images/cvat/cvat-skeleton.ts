import type { LabelSkeleton } from '../image-document.ts';
import { xmlElementsOf } from '../text/xml-events.ts';
import { xmlAttributes } from '../text/xml-text.ts';

/** How CVAT draws a skeleton: a circle for each joint, here around a centre, and a line for each bone. */
export function svgOfSkeleton({ joints, bones }: LabelSkeleton): string {
  const places = joints.map((_, at) => {
    const angle = (2 * Math.PI * at) / joints.length;
    return { x: (50 + 40 * Math.sin(angle)).toFixed(3), y: (50 - 40 * Math.cos(angle)).toFixed(3) };
  });
  const lines = bones.map(([from, to]) => {
    const [a, b] = [places[from]!, places[to]!];
    const nodes = { 'data-type': 'edge', 'data-node-from': from + 1, 'data-node-to': to + 1 };
    return `<line${xmlAttributes({ x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...nodes })}/>`;
  });
  const circles = joints.map((name, at) => {
    const { x: cx, y: cy } = places[at]!;
    const node = { 'data-type': 'element node', 'data-element-id': at + 1, 'data-node-id': at + 1 };
    return `<circle${xmlAttributes({ r: 0.75, cx, cy, ...node, 'data-label-name': name })}/>`;
  });
  return [...lines, ...circles].join('');
}

/** The bones of a drawing, between joints of these names. */
export function bonesOfSvg(svg: string, joints: readonly string[]): LabelSkeleton['bones'] {
  const elements = xmlElementsOf(svg);
  const jointOfNode = new Map<string, number>();
  for (const { attributes } of elements) {
    const [node, name] = [attributes['data-node-id'], attributes['data-label-name']];
    if (node !== undefined && name !== undefined) jointOfNode.set(node, joints.indexOf(name));
  }
  return elements.flatMap(({ attributes }) => {
    const [from, to] = [attributes['data-node-from'], attributes['data-node-to']].map((node) =>
      node === undefined ? -1 : (jointOfNode.get(node) ?? -1),
    );
    return from! >= 0 && to! >= 0 ? [[from!, to!] as const] : [];
  });
}
