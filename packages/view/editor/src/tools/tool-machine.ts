import type { JointVisibility } from '@assay/contracts';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { lineageOf, type PointerInput, pathOf, type ToolHandlers, type ToolNode } from './tool-node.ts';

type PointerEvent = 'pointerDown' | 'pointerMove' | 'pointerUp' | 'doubleClick';
type KeyEvent = Exclude<keyof ToolHandlers, PointerEvent | 'mark'>;

/** Runs the states of tools: exactly one leaf is current. */
export type ToolMachine = {
  /** Path of the current state. */
  readonly path: ReadonlySignal<string>;
  /** Leaves the current state for another. */
  readonly go: (node: ToolNode) => void;
  /** Gives an event to the current state; true when it, or a state above it, has a handler for it. */
  readonly pointer: (event: PointerEvent, input: PointerInput) => boolean;
  readonly key: (event: KeyEvent) => boolean;
  /** The same of what a key says of a joint. */
  readonly mark: (visibility: JointVisibility) => boolean;
  /** Is nothing under way? */
  readonly isResting: () => boolean;
  /** Does the current state need each place of the pointer? */
  readonly takesEveryMove: () => boolean;
};

export function createToolMachine(first: ToolNode): ToolMachine {
  let current = first;
  const path = signal(pathOf(first));

  const go = (next: ToolNode) => {
    const [from, to] = [lineageOf(current), lineageOf(next)];
    for (const node of from) if (node === current || !to.includes(node)) node.leave?.();
    current = next;
    path.value = pathOf(next);
    for (const node of to.toReversed()) if (node === next || !from.includes(node)) node.enter?.();
  };

  const send = (handle: (node: ToolNode) => { next: ToolNode | undefined } | undefined): boolean => {
    for (const node of lineageOf(current)) {
      const handled = handle(node);
      if (handled === undefined) continue;
      if (handled.next !== undefined) go(handled.next);
      return true;
    }
    return false;
  };

  for (const node of lineageOf(first).toReversed()) node.enter?.();
  const pointer = (event: PointerEvent, input: PointerInput): boolean => {
    const before = current;
    const isHandled = send(({ on }) => (on[event] === undefined ? undefined : { next: on[event](input) }));
    // The move that makes a press a drag is the first of that drag.
    if (event === 'pointerMove' && current !== before) current.on.pointerMove?.(input);
    return isHandled;
  };
  return {
    path,
    go,
    pointer,
    isResting: () => current.isResting === true,
    takesEveryMove: () => current.takesEveryMove === true,
    mark: (visibility) =>
      send(({ on }) => (on.mark === undefined ? undefined : { next: on.mark(visibility) })),
    key: (event) => send(({ on }) => (on[event] === undefined ? undefined : { next: on[event]() })),
  };
}
