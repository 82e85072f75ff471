'use client';

import { Field, NumberInput } from '@assay/ui';
import { type ReactNode, useState } from 'react';

/** A number that may be empty while it is typed; what is empty or out of bounds is not passed on. */
export function NumberField({
  label,
  value,
  min,
  max,
  integer = true,
  empty = false,
  hint,
  disabled,
  className,
  onChange,
}: {
  label: string;
  value: number | null;
  min?: number | undefined;
  max?: number | undefined;
  integer?: boolean;
  /** Whether nothing is a value too. */
  empty?: boolean;
  hint?: ReactNode;
  disabled: boolean;
  className?: string;
  onChange: (value: number | null) => void;
}) {
  const [typed, setTyped] = useState<{ of: number | null; value: number | null }>({ of: value, value });
  // A value that came from elsewhere is shown; the one that this field gave is what is typed.
  const shown = typed.of === value ? typed.value : value;
  return (
    <Field label={label} hint={hint} className={className}>
      <NumberInput
        value={shown}
        steppers={false}
        disabled={disabled}
        {...(integer ? { step: 1 } : { step: 'any' })}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        onChange={(next) => {
          const fits =
            next === null
              ? empty
              : (!integer || Number.isInteger(next)) &&
                (min === undefined || next >= min) &&
                (max === undefined || next <= max);
          setTyped({ of: fits ? next : value, value: next });
          if (fits) onChange(next);
        }}
      />
    </Field>
  );
}
