'use client';

import { Input, Textarea } from '@assay/ui';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** A text that is saved when one leaves the field or presses Enter; Escape takes the typing back. */
export function InlineText({
  label,
  value,
  maxLength,
  placeholder,
  disabled,
  sentence = false,
  onSave,
}: {
  label: string;
  value: string;
  maxLength: number;
  placeholder: string;
  disabled: boolean;
  /** Grows with a text of several lines. */
  sentence?: boolean;
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
  const props = {
    value: text,
    maxLength,
    placeholder,
    disabled,
    'aria-label': label,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
    onBlur: save,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        save();
      }
      if (event.key === 'Escape') setText(value);
    },
  };
  return sentence ? (
    <Textarea rows={1} className="field-sizing-content min-h-9 resize-none" {...props} />
  ) : (
    <Input title={text} {...props} />
  );
}
