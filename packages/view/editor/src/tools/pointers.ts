import type { Point } from '@assay/geometry';
import { cameraOf, type EditorCore, setCamera } from '../editor-core.ts';
import { pinchCamera, screenToImage } from '../view/camera.ts';
import type { ToolMachine } from './tool-machine.ts';
import type { PointerInput } from './tool-node.ts';

/** A pointer on the part of the screen that shows the image, from its upper left corner, in pixels of the screen. */
export type PointerAt = Point &
  Partial<Omit<PointerInput, 'screen' | 'point'>> & {
    /** Which pointer it is, where there may be several. */
    readonly id?: number;
    /** The buttons that are held, as the DOM counts them: 1 the primary one. Left out where it is not known. */
    readonly buttons?: number | undefined;
  };

/** What pointers do, from whichever device they are. */
export type Pointers = {
  readonly down: (at: PointerAt) => void;
  readonly move: (at: PointerAt) => void;
  readonly up: (at: PointerAt) => void;
  readonly doubleClick: (at: PointerAt) => void;
  readonly cancel: (id?: number) => void;
  readonly isPressed: (id: number) => boolean;
};

const ONLY = 0;
const PRIMARY = 1;

/**
 * Gives the tools one pointer at a time. A second finger takes back what the first began, and both then move the
 * camera until all are lifted. A finger beside a pen is the hand that holds it, whichever of them comes first. A press or
 * a move that shows that a release was lost takes back what was pressed.
 */
export function createPointers(core: EditorCore, tools: ToolMachine): Pointers {
  let pressed: { readonly id: number; readonly pointer: PointerInput['pointer'] } | undefined;
  const fingers = new Map<number, Point>();
  let isPinching = false;

  const inputOf = (at: PointerAt): PointerInput => {
    const { x, y, pointer = 'mouse', shift = false, alt = false, mod = false, clicks = 1 } = at;
    const point = screenToImage(cameraOf(core), at);
    return { screen: { x, y }, point, pointer, shift, alt, mod, clicks };
  };

  const interrupt = () => {
    pressed = undefined;
    tools.key('interrupt');
  };

  /** What a palm did that lay down before the pen was not meant. */
  const reject = () => {
    pressed = undefined;
    if (!tools.key('reject')) tools.key('interrupt');
  };

  const follow = (id: number, { x, y }: Point) => {
    const before = [...fingers.values()];
    fingers.set(id, { x, y });
    const after = [...fingers.values()];
    if (!isPinching || after.length < 2) return;
    setCamera(core, pinchCamera(cameraOf(core), [before[0]!, before[1]!], [after[0]!, after[1]!]));
  };

  /** Is this finger there for the tool? Otherwise it belongs to a pinch, or to the hand that holds a pen. */
  const isForTool = (id: number, { x, y }: Point): boolean => {
    fingers.set(id, { x, y });
    if (!isPinching && pressed?.pointer === 'touch' && pressed.id !== id) {
      interrupt();
      isPinching = true;
    }
    return !isPinching && pressed?.pointer !== 'pen';
  };

  /** Takes a finger off the screen; true when it took part in a pinch. */
  const lift = (id: number): boolean => {
    const wasPinching = fingers.delete(id) && isPinching;
    if (fingers.size === 0) isPinching = false;
    return wasPinching;
  };

  const cancel = (id: number = ONLY) => {
    if (!lift(id) && pressed?.id === id) interrupt();
  };

  const release = (at: PointerAt) => {
    try {
      tools.pointer('pointerUp', inputOf(at));
    } catch (failure) {
      // What listens failed: the state must not go on without a pointer.
      interrupt();
      throw failure;
    }
  };

  return {
    down: (at) => {
      const { id = ONLY, pointer = 'mouse', buttons = PRIMARY } = at;
      if (!isSomewhere(at) || !isPrimary(buttons)) return;
      if (pointer === 'touch' && !isForTool(id, at)) return;
      if (pressed?.pointer === 'touch' && pointer === 'pen') reject();
      else if (pressed !== undefined) interrupt();
      pressed = { id, pointer };
      tools.pointer('pointerDown', inputOf(at));
    },
    move: (at) => {
      const { id = ONLY, pointer = 'mouse', buttons = PRIMARY } = at;
      if (!isSomewhere(at)) return;
      if (fingers.has(id)) follow(id, at);
      if (isPinching && fingers.has(id)) return;
      if (pressed === undefined ? pointer === 'touch' : pressed.id !== id) return;
      if (pressed !== undefined && !isPrimary(buttons)) interrupt();
      tools.pointer('pointerMove', inputOf(at));
    },
    up: (at) => {
      const { id = ONLY } = at;
      if (!isSomewhere(at)) return cancel(id);
      if (lift(id) || pressed?.id !== id) return;
      pressed = undefined;
      release(at);
    },
    doubleClick: (at) => {
      if (isSomewhere(at)) tools.pointer('doubleClick', inputOf(at));
    },
    cancel,
    isPressed: (id) => pressed?.id === id,
  };
}

const isSomewhere = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);
const isPrimary = (buttons: number): boolean => (buttons & PRIMARY) !== 0;
