'use client';

import { Combobox, type ComboboxOption, Field } from '@assay/ui';
import type { ReactNode } from 'react';
import type { SchemaChoice } from './schema-choices.ts';

/** Choices with what they belong to below their names. */
export const optionsOf = (choices: readonly SchemaChoice[]): ComboboxOption[] =>
  choices.map(({ id, name, above }) => ({
    value: id,
    label: name,
    ...(above.length === 0 ? {} : { hint: above.join(' › ') }),
  }));

/** One of what a label schema has, found by typing. */
export function ChoiceField({
  label,
  hint,
  choices,
  first = [],
  value,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  choices: readonly SchemaChoice[];
  /** What can be chosen besides. */
  first?: readonly ComboboxOption[];
  value: string | null;
  onChange: (id: string) => void;
}) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Combobox options={[...first, ...optionsOf(choices)]} value={value ?? undefined} onChange={onChange} />
    </Field>
  );
}
