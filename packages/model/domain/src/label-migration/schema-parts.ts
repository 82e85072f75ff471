import type {
  CellReason,
  Label,
  LabelAttribute,
  LabelQuestion,
  LabelSchema,
  RegionLabel,
  RelationKind,
} from '@assay/contracts';

export type AnyLabel = Label | RegionLabel;

/** Something of a label schema by its id, with what it belongs to. The document may be changed through it. */
export type SchemaPart =
  | { what: 'question'; question: LabelQuestion; item: LabelQuestion }
  | { what: 'label'; question: LabelQuestion; labels: AnyLabel[]; item: AnyLabel }
  | { what: 'attribute'; question: LabelQuestion; label: AnyLabel; item: LabelAttribute }
  | {
      what: 'option';
      question: LabelQuestion;
      label: AnyLabel;
      attribute: Extract<LabelAttribute, { kind: 'single' }>;
      item: Extract<LabelAttribute, { kind: 'single' }>['options'][number];
    }
  | { what: 'reason'; question: LabelQuestion; item: CellReason }
  | { what: 'relation'; question: LabelQuestion; item: RelationKind };

/** Finds what has an id. */
export function partOf(schema: LabelSchema, id: string): SchemaPart | null {
  for (const question of schema.questions) {
    if (question.id === id) return { what: 'question', question, item: question };
    if (question.kind === 'cells') {
      const item = question.reasons.find((each) => each.id === id);
      if (item !== undefined) return { what: 'reason', question, item };
    }
    if (question.kind === 'regions') {
      const item = question.relations.find((each) => each.id === id);
      if (item !== undefined) return { what: 'relation', question, item };
    }
    if (!('labels' in question)) continue;
    const labels: AnyLabel[] = question.labels;
    for (const label of labels) {
      if (label.id === id) return { what: 'label', question, labels, item: label };
      for (const attribute of label.attributes) {
        if (attribute.id === id) return { what: 'attribute', question, label, item: attribute };
        if (attribute.kind !== 'single') continue;
        const item = attribute.options.find((each) => each.id === id);
        if (item !== undefined) return { what: 'option', question, label, attribute, item };
      }
    }
  }
  return null;
}

/** An operation that cannot be done, with the words for who asked for it. */
export class MigrationRefusal extends Error {
  readonly code: string;
  readonly next: string | null;
  constructor(code: string, message: string, next: string | null = null) {
    super(message);
    this.code = code;
    this.next = next;
  }
}

/** Finds what has an id, which has to be one of these. */
export function requirePart<W extends SchemaPart['what']>(
  schema: LabelSchema,
  id: string,
  ...what: readonly W[]
): Extract<SchemaPart, { what: W }> {
  const part = partOf(schema, id);
  if (part !== null && (what as readonly string[]).includes(part.what)) {
    return part as Extract<SchemaPart, { what: W }>;
  }
  const message =
    part === null
      ? 'The newest version of the label schema has nothing with this id.'
      : `“${part.item.name}” is ${part.what === 'attribute' || part.what === 'option' ? 'an' : 'a'} ${part.what}, which this cannot be done with.`;
  throw new MigrationRefusal('unknown-part', message, 'Load the page again, and choose anew.');
}
