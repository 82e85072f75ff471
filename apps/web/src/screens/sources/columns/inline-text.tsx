'use client';

import { Input } from '@assay/ui';
import { useEffect, useState } from 'react';

/** A text that is saved when one leaves the field or presses Enter; Escape takes the typing back. */
export function InlineText({
  label,
  value,
  maxLength,
  placeholder,
  disabled,
  onSave,
}: {
  label: string;
  value: string;
  maxLength: number;
  placeholder: string;
  disabled: boolean;
  onSave: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const save = () => {
    if (text.trim() !== value) onSave(text.trim());
  };
  return (
    <Input
      value={text}
      maxLength={maxLength}
      placeholder={placeholder}
      disabled={disabled}
      aria-label={label}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          save();
        }
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
}
