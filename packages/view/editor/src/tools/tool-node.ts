import type { JointVisibility } from '@assay/contracts';
import type { Point } from '@assay/geometry';

/** Where a pointer is and what is held down with it. */
export type PointerInput = {
  readonly screen: Point;
  /** The same place in the image. */
  readonly point: Point;
  readonly pointer: 'mouse' | 'touch' | 'pen';
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
  /** Which press of a quick series it is: 2 is the second one of a double click. */
  readonly clicks: number;
};

/** What a handler answers: the state that is next, or nothing to stay in this one. */
type Next = ToolNode | undefined;

export type ToolHandlers = {
  readonly pointerDown?: (input: PointerInput) => Next;
  readonly pointerMove?: (input: PointerInput) => Next;
  readonly pointerUp?: (input: PointerInput) => Next;
  readonly doubleClick?: (input: PointerInput) => Next;
  /** Esc. */
  readonly cancel?: () => Next;
  /** The system took the pointer away. */
  readonly interrupt?: () => Next;
  /** The press was none: a palm that lay down before the pen. Without a handler it is an interruption. */
  readonly reject?: () => Next;
  /** Enter. */
  readonly complete?: () => Next;
  /** Backspace, and undo. */
  readonly back?: () => Next;
  /** Redo. */
  readonly forth?: () => Next;
  /** More, and less, of what the tool has a measure of. */
  readonly more?: () => Next;
  readonly less?: () => Next;
  /** What a joint is. */
  readonly mark?: (visibility: JointVisibility) => Next;
};

/**
 * A state of a tool. States form a tree: what a state has no handler for goes to its parent. A state is made by a
 * function that takes what it must know, so that it cannot be entered without it.
 */
export type ToolNode = {
  readonly id: string;
  readonly parent?: ToolNode;
  /** Nothing is under way: commands may change the document. */
  readonly isResting?: true;
  /** It needs each place of the pointer, and not only the last one before a frame. */
  readonly takesEveryMove?: true;
  readonly on: ToolHandlers;
  readonly enter?: () => void;
  readonly leave?: () => void;
};

/** The ids from the root to a state, joined by dots: `select.translating`. */
export const pathOf = (node: ToolNode): string =>
  node.parent === undefined ? node.id : `${pathOf(node.parent)}.${node.id}`;

/** A state and those above it, itself first. */
export const lineageOf = (node: ToolNode): ToolNode[] =>
  node.parent === undefined ? [node] : [node, ...lineageOf(node.parent)];
