import type { EditorCore } from '../editor-core.ts';
import { brushTool, eraserTool } from './brush-tool.ts';
import { boxTool, ellipseTool, rotatedBoxTool } from './drag-tool.ts';
import { polygonTool, polylineTool } from './path-tool.ts';
import { pointTool } from './point-tool.ts';
import { relationTool } from './relation-tool.ts';
import { selectTool } from './select-tool.ts';
import type { ToolNode } from './tool-node.ts';

/** Each tool makes its first state. */
export const TOOLS = {
  select: selectTool,
  box: boxTool,
  'rotated-box': rotatedBoxTool,
  ellipse: ellipseTool,
  polygon: polygonTool,
  polyline: polylineTool,
  point: pointTool,
  brush: brushTool,
  eraser: eraserTool,
  relation: relationTool,
} satisfies Record<string, (core: EditorCore) => ToolNode>;

export type ToolId = keyof typeof TOOLS;
