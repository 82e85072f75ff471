import type { EditorCore } from '../editor-core.ts';
import { brushTool, eraserTool } from './brush-tool.ts';
import { boxTool, ellipseTool, rotatedBoxTool } from './drag-tool.ts';
import { liveWireTool } from './live-wire-tool.ts';
import { polygonTool, polylineTool } from './path-tool.ts';
import { pointTool } from './point-tool.ts';
import { relationTool } from './relation-tool.ts';
import { selectTool } from './select-tool.ts';
import { skeletonTool } from './skeleton-tool.ts';
import { sliceTool } from './slice-tool.ts';
import type { ToolNode } from './tool-node.ts';
import { wandTool } from './wand-tool.ts';

/** Makes the first state of a tool. */
export type MakeTool = (core: EditorCore) => ToolNode;

const TOOLS = {
  select: selectTool,
  box: boxTool,
  'rotated-box': rotatedBoxTool,
  ellipse: ellipseTool,
  polygon: polygonTool,
  polyline: polylineTool,
  point: pointTool,
  skeleton: skeletonTool,
  brush: brushTool,
  eraser: eraserTool,
  wand: wandTool,
  'live-wire': liveWireTool,
  slice: sliceTool,
  relation: relationTool,
} satisfies Record<string, MakeTool>;

/** The tools that come with the editor. */
export type ToolId = keyof typeof TOOLS;

/**
 * The tools of an editor to which some were added.
 *
 * @throws Error for a name that is taken
 */
export function toolsWith(added: Readonly<Record<string, MakeTool>>): ReadonlyMap<string, MakeTool> {
  const all = new Map(Object.entries<MakeTool>(TOOLS));
  for (const [id, tool] of Object.entries(added)) {
    if (all.has(id)) throw new Error(`There is a tool ${id} already.`);
    all.set(id, tool);
  }
  return all;
}
