'use client';

import { cn, Input } from '@assay/ui';
import { Filter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { TableColumnInfo } from './table-adapter.ts';
import type { FilterProblem } from './use-table-state.ts';

const WORDS = [
  'and',
  'or',
  'not',
  'in',
  'between',
  'contains',
  'starts with',
  'ends with',
  'is missing',
  'is not missing',
];
const MOST = 8;

/** The word that is being typed, and where it begins. */
function wordBefore(text: string, caret: number): { from: number; word: string } {
  const word = /[`\p{L}\p{N}_.-]*$/u.exec(text.slice(0, caret))?.[0] ?? '';
  return { from: caret - word.length, word: word.replace('`', '') };
}

const quoted = (name: string) => (/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) ? name : `\`${name}\``);

export type PredicateInputHandle = { select: (position: number) => void };

/** The predicate language as text, with names of columns offered while typing; what is wrong is shown with its place. */
export function PredicateInput({
  columns,
  text,
  onText,
  problem,
  label,
  id,
  placeholder,
  onLeave,
  ref,
}: {
  columns: readonly Pick<TableColumnInfo, 'name'>[];
  text: string;
  onText: (text: string) => void;
  problem: FilterProblem | null;
  label: string;
  id?: string | undefined;
  placeholder?: string | undefined;
  onLeave?: (() => void) | undefined;
  ref?: Ref<PredicateInputHandle> | undefined;
}) {
  const t = useTranslations('data.filter');
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useImperativeHandle(ref, () => ({
    select: (position) => input.current?.setSelectionRange(position, position + 1),
  }));
  const { word } = wordBefore(text, caret);
  const options =
    word === ''
      ? []
      : [
          ...columns.map(({ name }) => ({ name, insert: quoted(name) })),
          ...WORDS.map((name) => ({ name, insert: name })),
        ]
          .filter(({ name }) => name.toLowerCase().includes(word.toLowerCase()) && name !== word)
          .sort(
            (a, b) =>
              Number(!a.name.toLowerCase().startsWith(word.toLowerCase())) -
              Number(!b.name.toLowerCase().startsWith(word.toLowerCase())),
          )
          .slice(0, MOST);
  const isOpen = open && options.length > 0;

  const take = (insert: string) => {
    const { from } = wordBefore(text, caret);
    const place = from + insert.length + 1;
    onText(`${text.slice(0, from)}${insert} ${text.slice(caret).trimStart()}`);
    setCaret(place);
    setOpen(false);
    setActive(-1);
    requestAnimationFrame(() => input.current?.setSelectionRange(place, place));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = options[event.key === 'Tab' ? Math.max(active, 0) : active];
    if (step !== 0) setActive((active + step + options.length) % options.length);
    else if (event.key === 'Escape') setOpen(false);
    else if (
      (event.key === 'Enter' || event.key === 'Tab') &&
      chosen !== undefined &&
      (event.key === 'Enter' || !event.shiftKey)
    )
      take(chosen.insert);
    else {
      // What is typed stands as it is: the form, if there is one, may take it.
      if (event.key === 'Enter') setOpen(false);
      return;
    }
    event.preventDefault();
  };
  return (
    <div className="min-w-0">
      <div className="relative min-w-0">
        <Input
          ref={input}
          id={id}
          before={<Filter aria-hidden />}
          aria-label={label}
          placeholder={placeholder ?? t('placeholder')}
          title={t('hint')}
          value={text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${listId}-problem`}
          onChange={(event) => {
            onText(event.target.value);
            setCaret(event.target.selectionStart ?? event.target.value.length);
            setOpen(true);
            setActive(-1);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onBlur={() => {
            setOpen(false);
            onLeave?.();
          }}
          onKeyDown={onKeyDown}
        />
        {isOpen ? (
          <div
            id={listId}
            role="listbox"
            aria-label={t('suggestions')}
            className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-md"
          >
            {options.map((option, index) => (
              <div
                key={option.insert}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                tabIndex={-1}
                onMouseDown={(event) => {
                  event.preventDefault();
                  take(option.insert);
                }}
                className={cn(
                  'cursor-pointer rounded-md px-2 py-1.5 text-sm hover:bg-hover',
                  index === active && 'bg-hover',
                )}
              >
                {option.name}
              </div>
            ))}
          </div>
        ) : null}
      </div>
      {problem === null ? null : <Problem id={`${listId}-problem`} text={text} {...problem} />}
    </div>
  );
}

function Problem({
  id,
  text,
  message,
  position,
}: {
  id: string;
  text: string;
  message: string;
  position: number | null;
}) {
  const t = useTranslations('data.filter');
  return (
    <div id={id} role="alert" className="mt-1.5 space-y-1 text-sm text-bad-text">
      <p>
        {position === null
          ? message
          : position >= text.length
            ? t('errorEnd', { message })
            : t('error', { position: position + 1, message })}
      </p>
      {position === null || position >= text.length ? null : (
        <code className="block font-mono text-xs wrap-anywhere text-fg-secondary">
          {text.slice(0, position)}
          <mark className="rounded-sm bg-bad-soft text-bad-text underline decoration-wavy">
            {text.slice(position)}
          </mark>
        </code>
      )}
    </div>
  );
}
