import type { JointVisibility } from '@assay/contracts';
import type { Point } from '@assay/geometry';
import type { Joint, SkeletonDraftRecord } from '../document/records.ts';
import { select } from '../document/selection.ts';
import { clampToImage, type EditorCore, makeRegion, penOf } from '../editor-core.ts';
import { isSameValue } from '../store/same-value.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/**
 * A tool that sets the joints of a skeleton one after another, in the order in which the pen's label names them; with Alt
 * a joint is occluded. Keys say of the last joint that it is visible or occluded, and of the next that it is absent.
 * Backspace and undo take back the last joint, redo brings it back, Esc takes back all of them. With the last joint the
 * skeleton is a region; Enter completes it before, and what is left is absent. A label without joints draws nothing.
 */
export function skeletonTool(core: EditorCore): ToolNode {
  const { store } = core;
  const root: ToolNode = { id: 'skeleton', on: {} };

  const draftOf = (): SkeletonDraftRecord | undefined => {
    const record = store.get('skeleton-draft');
    if (record?.type === 'skeleton-draft') return record;
    const { label } = penOf(core);
    const plan = core.skeletonOf(label);
    if (plan === undefined || plan.joints.length === 0) return undefined;
    const draft = { id: 'skeleton-draft', type: 'skeleton-draft', plan, label } as const;
    return { ...draft, joints: [], undone: [], cursor: undefined };
  };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: { pointerDown: () => (draftOf() === undefined ? undefined : pressing()), mark: begin },
  });

  const giveUp = (): ToolNode => {
    store.remove('skeleton-draft');
    return idle();
  };

  /** Goes on with joints that are set, or makes a region of all of them. */
  const goOn = (draft: SkeletonDraftRecord): ToolNode => {
    if (draft.joints.length === draft.plan.joints.length) return finish(draft);
    store.put(draft);
    return drawing();
  };

  const finish = (draft: SkeletonDraftRecord): ToolNode => {
    // A skeleton that is nowhere cannot be seen, nor corrected.
    if (draft.joints.every(({ visibility }) => visibility === 'absent')) return giveUp();
    const made = makeRegion(core, { kind: 'skeleton', version: 1, joints: draft.joints });
    // A label that was chosen meanwhile may have other joints, or none.
    const isOfPen = isSameValue(core.skeletonOf(made.label)?.joints, draft.plan.joints);
    const region = isOfPen ? made : { ...made, label: draft.label };
    core.history.mark('draw skeleton');
    store.transact(() => {
      store.put(region);
      store.remove('skeleton-draft');
      select(store, [region.id]);
    });
    return idle();
  };

  const withJoint = (draft: SkeletonDraftRecord, at: Point, visibility: JointVisibility) => {
    const joint: Joint = { name: draft.plan.joints[draft.joints.length]!, x: at.x, y: at.y, visibility };
    return { ...draft, joints: [...draft.joints, joint], undone: [] };
  };
  /** Where a joint is that is absent means nothing: it is put beside the last one. */
  const skip = (draft: SkeletonDraftRecord) =>
    withJoint(draft, draft.joints.at(-1) ?? draft.cursor ?? { x: 0, y: 0 }, 'absent');

  const begin = (visibility: JointVisibility): ToolNode | undefined => {
    const draft = draftOf();
    return draft === undefined || visibility !== 'absent' ? undefined : goOn(skip(draft));
  };

  /** Above the states in which joints are set. */
  const drafting: ToolNode = {
    id: 'drafting',
    parent: root,
    on: {
      pointerMove: ({ point }) => {
        const cursor = clampToImage(core, point);
        store.update('skeleton-draft', 'skeleton-draft', (draft) => ({ ...draft, cursor }));
        return undefined;
      },
      mark: (visibility) => {
        const draft = draftOf()!;
        if (visibility === 'absent') return goOn(skip(draft));
        const last = draft.joints.at(-1);
        if (last !== undefined && last.visibility !== 'absent') {
          store.put({ ...draft, joints: draft.joints.with(-1, { ...last, visibility }) });
        }
        return undefined;
      },
      complete: () => {
        let draft = draftOf()!;
        while (draft.joints.length < draft.plan.joints.length) draft = skip(draft);
        return finish(draft);
      },
      cancel: giveUp,
      back: () => {
        const draft = draftOf()!;
        const last = draft.joints.at(-1);
        if (last === undefined || draft.joints.length === 1) return giveUp();
        store.put({ ...draft, joints: draft.joints.slice(0, -1), undone: [...draft.undone, last] });
        return undefined;
      },
      forth: () => {
        const draft = draftOf()!;
        const joint = draft.undone.at(-1);
        if (joint === undefined) return undefined;
        store.put({ ...draft, joints: [...draft.joints, joint], undone: draft.undone.slice(0, -1) });
        return undefined;
      },
    },
  };

  const drawing = (): ToolNode => ({
    id: 'drawing',
    parent: drafting,
    on: { pointerDown: () => pressing() },
  });
  const pressing = (): ToolNode => ({
    id: 'pressing',
    parent: drafting,
    on: {
      pointerUp: (input: PointerInput) => {
        const draft = draftOf()!;
        const at = clampToImage(core, input.point);
        return goOn({ ...withJoint(draft, at, input.alt ? 'occluded' : 'visible'), cursor: at });
      },
      interrupt: () => (store.get('skeleton-draft') === undefined ? idle() : drawing()),
    },
  });

  // What was begun before another tool was taken goes on.
  return store.get('skeleton-draft') === undefined ? idle() : drawing();
}
