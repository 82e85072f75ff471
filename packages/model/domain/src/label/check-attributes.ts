import type { LabelAttribute, LabelSchemaProblem } from '@assay/contracts';
import { namesTwice, schemaError } from './schema-problem.ts';

/** What keeps the attributes of a label from being filled in. */
export function checkAttributes(
  attributes: readonly LabelAttribute[],
  field: string,
  labelName: string,
  problems: LabelSchemaProblem[],
): void {
  namesTwice(attributes, field, 'attribute', problems);
  for (const [at, attribute] of attributes.entries()) {
    const inside = `${field}.${at}`;
    if (attribute.kind === 'single') {
      namesTwice(attribute.options, `${inside}.options`, 'option', problems);
      if (attribute.options.some((option) => !option.deprecated)) continue;
      const message = attribute.required
        ? `“${labelName}” cannot be given: its attribute “${attribute.name}” is required and has no option.`
        : `The attribute “${attribute.name}” of “${labelName}” has no option.`;
      const code = attribute.required ? 'unreachable-required' : 'no-options';
      problems.push(schemaError(code, `${inside}.options`, message, 'Add its options.'));
    } else if (attribute.kind === 'number') {
      const { min, max, integer, name } = attribute;
      if (min === null || max === null) continue;
      const holds = integer ? Math.ceil(min) <= Math.floor(max) : min <= max;
      if (holds) continue;
      const message = `No ${integer ? 'whole number' : 'number'} lies from ${min} to ${max}, as “${name}” of “${labelName}” asks.`;
      problems.push(schemaError('empty-range', `${inside}.max`, message, 'Widen the range.'));
    }
  }
}
