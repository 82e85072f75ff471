'use client';

import { Input } from '@assay/ui';
import { useEffect, useRef, useState } from 'react';

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
  // What was sent and is not yet told back: leaving the field after Enter must not send it twice.
  const sent = useRef(value);
  useEffect(() => {
    setText(value);
    sent.current = value;
  }, [value]);
  const save = () => {
    const next = text.trim();
    if (next === sent.current) return;
    sent.current = next;
    onSave(next);
  };
  return (
    <Input
      value={text}
      title={text}
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
