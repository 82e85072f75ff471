'use client';

import { type Mentionable, mentionBeing } from '@assay/domain';
import { Avatar, cn, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';

/** As many people as can be looked over at once; more are found by typing. */
const SHOWN = 6;

function fits(label: string, typed: string): boolean {
  const words = label.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(' ')
    .every((each) => words.includes(each));
}

/** A text in which `@` offers people: arrow keys, Enter or Tab, Escape; Ctrl and Enter sends. */
export function MentionField({
  text,
  setText,
  people,
  onSubmit,
  onCancel,
  autoFocus,
}: {
  text: string;
  setText: (text: string) => void;
  people: readonly Mentionable[];
  onSubmit: () => void;
  onCancel: (() => void) | undefined;
  autoFocus: boolean;
}) {
  const t = useTranslations('comments');
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  /** Where a list was closed: it stays closed for that `@`. */
  const [closed, setClosed] = useState<number | null>(null);
  const being = caret === null ? null : mentionBeing(text, caret);
  const open = being !== null && being.from !== closed;
  const found = open ? people.filter(({ label }) => fits(label, being.typed)).slice(0, SHOWN) : [];
  // Words that name nobody any more were not meant for the list.
  const shown = open && (found.length > 0 || !being.typed.includes(' '));
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });

  const look = () => {
    const node = field.current;
    setCaret(node === null || node.selectionStart !== node.selectionEnd ? null : node.selectionStart);
  };
  const pick = (label: string) => {
    if (being === null || caret === null) return;
    const end = being.from + 1 + label.length + 1;
    setText(`${text.slice(0, being.from)}@${label} ${text.slice(caret).replace(/^ /, '')}`);
    caretAfter.current = end;
    setCaret(end);
    setAt(0);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const label = found[chosen]?.label;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    } else if (shown && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setClosed(being.from);
    } else if (event.key === 'Escape' && onCancel !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    } else if (shown && label !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt((chosen + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (shown && label !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      pick(label);
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <Textarea
        ref={field}
        rows={3}
        value={text}
        className="field-sizing-content max-h-96 min-h-20"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={shown && found.length > 0 ? listId : undefined}
        aria-activedescendant={shown && found.length > 0 ? `${listId}-${chosen}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setCaret(event.target.selectionStart);
          if (!event.target.value.includes('@')) setClosed(null);
        }}
        onSelect={look}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
      />
      <p role="status" className={shown && found.length === 0 ? 'text-xs text-fg-muted' : 'sr-only'}>
        {shown ? t('peopleCount', { count: found.length }) : ''}
      </p>
      {shown && found.length > 0 ? (
        <div
          id={listId}
          role="listbox"
          aria-label={t('people')}
          className="rounded-lg border border-line bg-raised p-1 shadow-md"
        >
          {found.map(({ userId, label }, index) => (
            <div
              key={userId}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={cn(
                'flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 text-sm tap',
                index === chosen && 'bg-hover',
              )}
              // The field keeps the focus, so that the list does not close before it is chosen from.
              onMouseDown={(event) => {
                event.preventDefault();
                pick(label);
              }}
              onMouseMove={() => setAt(index)}
            >
              <Avatar name={label} size="sm" decorative />
              <span className="min-w-0 truncate">{label}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
