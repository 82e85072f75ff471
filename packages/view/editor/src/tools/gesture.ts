import type { EditorCore } from '../editor-core.ts';
import type { Mark } from '../history/history.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** A change that follows the pointer until it is released. */
export type Gesture = {
  readonly id: string;
  readonly parent: ToolNode;
  /** Makes the change anew for each place of the pointer. */
  readonly update: (input: PointerInput) => void;
  /** At the end; true keeps what was done, false takes it back. */
  readonly keep?: (input: PointerInput) => boolean;
  /** The state afterwards, however it ended. */
  readonly next: () => ToolNode;
};

/** The state of a gesture: one step of the history when it ends, nothing at all when it is cancelled. */
export function gesture({ history }: EditorCore, { id, parent, update, keep, next }: Gesture): ToolNode {
  let mark: Mark | undefined;
  const finish = (isKept: boolean) => {
    if (mark !== undefined) isKept ? history.squash(mark) : history.bail(mark);
    mark = undefined;
  };
  return {
    id,
    parent,
    enter: () => {
      mark = history.begin(id);
    },
    // Left for another tool in the middle: what was begun is not kept.
    leave: () => finish(false),
    on: {
      pointerMove: (input) => {
        update(input);
        return undefined;
      },
      pointerUp: (input) => {
        try {
          update(input);
        } finally {
          // What an update did stands although something that listens failed.
          if (mark !== undefined) finish(keep?.(input) ?? true);
        }
        return next();
      },
      cancel: next,
      interrupt: next,
    },
  };
}
