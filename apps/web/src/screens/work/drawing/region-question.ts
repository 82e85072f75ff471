import type {
  ChosenLabel,
  GeometryKind,
  LabelQuestion,
  LabelSchema,
  ProposalState,
  RegionLabel,
} from '@assay/contracts';
import {
  BUILT_IN,
  type Editor,
  type EditorSettings,
  keymapOf,
  type OwnKeys,
  ownView,
  type RegionRecord,
  selectedRegions,
  type ToolId,
} from '@assay/editor';
import type { LookOf, RegionLook } from '@assay/editor-konva';
import { penOf } from './use-records.ts';

export type RegionQuestion = Extract<LabelQuestion, { kind: 'regions' }>;

/** What is asked of parts of the image: the first such question. */
export const regionQuestionOf = (schema: LabelSchema): RegionQuestion | null =>
  schema.questions.find((question) => question.kind === 'regions') ?? null;

export const offeredLabels = (question: RegionQuestion): RegionLabel[] =>
  question.labels.filter((label) => !label.deprecated);

/** The tools that draw a kind of shape, the first one at first; a class of the whole image is a command, no tool. */
const TOOLS_OF: Readonly<Record<GeometryKind, readonly ToolId[]>> = {
  box: ['box'],
  'rotated-box': ['rotated-box'],
  polygon: ['polygon', 'live-wire'],
  polyline: ['polyline'],
  point: ['point'],
  ellipse: ['ellipse'],
  skeleton: ['skeleton'],
  mask: ['brush', 'wand'],
  'image-class': [],
};

/** The tools by which the labels of a question are drawn. */
export function toolsOf(question: RegionQuestion): ToolId[] {
  const kinds = new Set(offeredLabels(question).flatMap(({ shapes }) => shapes));
  const drawing = [...kinds].flatMap((kind) => TOOLS_OF[kind]);
  return [
    'select',
    ...drawing,
    ...(kinds.has('mask') ? (['eraser'] as const) : []),
    ...(kinds.has('mask') || kinds.has('polygon') ? (['slice'] as const) : []),
    ...(question.relations.some((each) => !each.deprecated) ? (['relation'] as const) : []),
  ];
}

const draws = (label: RegionLabel | undefined, tool: string): boolean =>
  label?.shapes.some((kind) => TOOLS_OF[kind].some((each) => each === tool)) ?? false;

/** The label of a region that is added as a shape: that of the pen if it is so drawn, else the first that is. */
export function labelForShape(
  question: RegionQuestion,
  pen: ChosenLabel | null,
  shape: GeometryKind,
): ChosenLabel | null {
  const fitting = offeredLabels(question).filter(({ shapes }) => shapes.includes(shape));
  if (pen !== null && fitting.some(({ id }) => id === pen.labelId)) return pen;
  const [first] = fitting;
  return first === undefined ? null : { labelId: first.id, attributes: {} };
}

function drawWith(editor: Editor, labelId: string): void {
  editor.store.update('pen', 'pen', (pen) => ({ ...pen, label: { labelId, attributes: {} } }));
}

/** What is selected gets this label, as far as it may be so drawn; false where nothing does. */
export function labelSelected(editor: Editor, question: RegionQuestion, labelId: string): boolean {
  const label = question.labels.find(({ id }) => id === labelId);
  const chosen = selectedRegions(editor.store).filter(
    ({ id, geometry, label: has }) =>
      !ownView(editor.store, id).locked && has?.labelId !== labelId && label?.shapes.includes(geometry.kind),
  );
  if (chosen.length === 0) return false;
  editor.change('label', () => {
    for (const { id } of chosen) {
      editor.store.update('region', id, (now) => ({ ...now, label: { labelId, attributes: {} } }));
    }
  });
  return true;
}

/** New regions get this label, and so does what is selected. While a shape is drawn, that shape alone is meant. */
export function pickLabel(editor: Editor, question: RegionQuestion, labelId: string): void {
  const label = question.labels.find(({ id }) => id === labelId);
  const tool = editor.tool.peek();
  if (label === undefined) return;
  if (!editor.isResting()) {
    if (draws(label, tool)) drawWith(editor, labelId);
    return;
  }
  drawWith(editor, labelId);
  if (labelSelected(editor, question, labelId)) return;
  if (selectedRegions(editor.store).length > 0 || draws(label, tool) || tool === 'eraser') return;
  const [first] = label.shapes.flatMap((kind) => TOOLS_OF[kind]);
  if (first !== undefined) editor.useTool(first);
}

/** The keys of tools that nothing is drawn with here are free for something else. */
export function freeKeysOf(question: RegionQuestion): OwnKeys {
  const offered = new Set(toolsOf(question).map((tool) => `use-${tool}`));
  const canClass = offeredLabels(question).some(({ shapes }) => shapes.includes('image-class'));
  const unused = [...BUILT_IN.keys()].filter(
    (name) => (name.startsWith('use-') && !offered.has(name)) || (name === 'label-image' && !canClass),
  );
  return Object.fromEntries(unused.map((name) => [name, []]));
}

/** All strokes that mean something on a picture, once its drawing is there. */
export function strokesOnPicture(question: RegionQuestion): ReadonlySet<string> {
  const labels = offeredLabels(question).flatMap(({ key }) => key ?? []);
  return new Set([...keymapOf(freeKeysOf(question), BUILT_IN).keys(), ...labels]);
}

/** The joints and bones of the skeletons of a label. */
export function skeletonPlanOf(question: RegionQuestion): NonNullable<EditorSettings['skeletonOf']> {
  return (chosen) => {
    const skeleton = question.labels.find(({ id }) => id === chosen?.labelId)?.skeleton;
    if (skeleton == null) return undefined;
    const { joints, bones } = skeleton;
    return { joints, bones: bones.map(([from, to]) => [joints[from] ?? '', joints[to] ?? ''] as const) };
  };
}

/** Takes a tool, with a label that it can draw. */
export function takeTool(editor: Editor, question: RegionQuestion, tool: ToolId): void {
  const labels = offeredLabels(question);
  const now = labels.find(({ id }) => id === penOf(editor).label?.labelId);
  const fitting = labels.find((label) => draws(label, tool));
  if (fitting !== undefined && !draws(now, tool)) {
    const label = { labelId: fitting.id, attributes: {} };
    editor.store.update('pen', 'pen', (pen) => ({ ...pen, label }));
  }
  editor.useTool(tool);
}

const STATUS_OF: Readonly<Record<ProposalState, RegionLook['status']>> = {
  open: 'proposed',
  accepted: 'accepted',
  fixed: 'accepted',
  rejected: 'rejected',
};

/** How regions look by their labels, and by what was said of them where they were proposed. */
export function looksOf(question: RegionQuestion, unlabelled: string): LookOf {
  const byId = new Map(question.labels.map((label) => [label.id, label]));
  const planOf = skeletonPlanOf(question);
  return ({ label, proposal }: RegionRecord) => {
    const found = label === null ? undefined : byId.get(label.labelId);
    return {
      colour: found?.colour ?? 'grey',
      status: STATUS_OF[proposal?.state ?? 'accepted'],
      isOccluded: false,
      text: found?.name ?? unlabelled,
      bones: planOf(label)?.bones ?? [],
    };
  };
}
