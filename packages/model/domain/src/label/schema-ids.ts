import type { LabelSchema } from '@assay/contracts';

/** Something in a schema that has an id. */
export type SchemaId = {
  id: string;
  what: 'question' | 'label' | 'attribute' | 'option' | 'reason' | 'relation';
  /** What answers under the id look like; null where there is one way only. */
  kind: string | null;
  name: string;
  /** The id of what it belongs to; null for questions. */
  owner: string | null;
  field: string;
};

/** Everything in a schema that has an id, in the order of the document. */
export function labelIds(schema: LabelSchema): SchemaId[] {
  const found: SchemaId[] = [];
  for (const [q, question] of schema.questions.entries()) {
    const field = `questions.${q}`;
    const { id: owner, kind, name } = question;
    found.push({ id: owner, what: 'question', kind, name, owner: null, field });
    if (question.kind === 'cells') {
      for (const [r, reason] of question.reasons.entries()) {
        const inside = `${field}.reasons.${r}`;
        found.push({ id: reason.id, what: 'reason', kind: null, name: reason.name, owner, field: inside });
      }
    }
    if (question.kind === 'regions') {
      for (const [r, { id, name }] of question.relations.entries()) {
        found.push({ id, what: 'relation', kind: null, name, owner, field: `${field}.relations.${r}` });
      }
    }
    if (!('labels' in question)) continue;
    for (const [l, label] of question.labels.entries()) {
      const inside = `${field}.labels.${l}`;
      found.push({ id: label.id, what: 'label', kind: null, name: label.name, owner, field: inside });
      for (const [a, attribute] of label.attributes.entries()) {
        found.push({
          id: attribute.id,
          what: 'attribute',
          kind: attribute.kind,
          name: attribute.name,
          owner: label.id,
          field: `${inside}.attributes.${a}`,
        });
        if (attribute.kind !== 'single') continue;
        for (const [o, option] of attribute.options.entries()) {
          found.push({
            id: option.id,
            what: 'option',
            kind: null,
            name: option.name,
            owner: attribute.id,
            field: `${inside}.attributes.${a}.options.${o}`,
          });
        }
      }
    }
  }
  return found;
}
