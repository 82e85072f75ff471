import {
  type AnnotationProblem,
  type AttributeValue,
  type ChosenLabel,
  codePointsOf,
  type Label,
  type LabelAttribute,
} from '@assay/contracts';

type Fault = { code: AnnotationProblem['code']; message: string };

/** Checks the attributes that were given with a label. */
export function checkChosen(
  label: Label,
  chosen: ChosenLabel,
  field: string,
  add: (code: AnnotationProblem['code'], field: string, message: string) => void,
): void {
  const known = new Set(label.attributes.map((attribute) => attribute.id));
  for (const attributeId of Object.keys(chosen.attributes)) {
    if (known.has(attributeId)) continue;
    add('unknown-attribute', `${field}.attributes.${attributeId}`, `“${label.name}” has no such attribute.`);
  }
  for (const attribute of label.attributes) {
    const value = Object.hasOwn(chosen.attributes, attribute.id)
      ? chosen.attributes[attribute.id]
      : undefined;
    const fault = faultOf(attribute, value, label.name);
    if (fault !== null) add(fault.code, `${field}.attributes.${attribute.id}`, fault.message);
  }
}

function faultOf(
  attribute: LabelAttribute,
  value: AttributeValue | undefined,
  labelName: string,
): Fault | null {
  const { name, required } = attribute;
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
    const message = `“${labelName}” needs its attribute “${name}”.`;
    return required ? { code: 'missing-attribute', message } : null;
  }
  const wrong = (asked: string): Fault => ({
    code: 'wrong-attribute',
    message: `“${name}” of “${labelName}” is ${asked}.`,
  });
  switch (attribute.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? null : wrong('yes or no');
    case 'single':
      return attribute.options.some((option) => option.id === value && !option.deprecated)
        ? null
        : wrong('one of its options');
    case 'number': {
      if (typeof value !== 'number') return wrong('a number');
      if (attribute.integer && !Number.isInteger(value)) return wrong('a whole number');
      const { min, max } = attribute;
      if ((min !== null && value < min) || (max !== null && value > max)) {
        return { code: 'out-of-range', message: `“${name}” of “${labelName}” is ${rangeText(min, max)}.` };
      }
      return null;
    }
    case 'text': {
      if (typeof value !== 'string') return wrong('a text');
      if (codePointsOf(value) <= attribute.maxLength) return null;
      const message = `“${name}” of “${labelName}” has at most ${attribute.maxLength} characters.`;
      return { code: 'too-long', message };
    }
  }
}

function rangeText(min: number | null, max: number | null): string {
  if (min === null) return `at most ${max}`;
  return max === null ? `at least ${min}` : `from ${min} to ${max}`;
}
