'use client';

import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../actions/button.tsx';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { useFieldControl } from './field-context.ts';
import { filesOfDrop, filesOfInput, type TreeFile } from './files-of-drop.ts';

export type FileDropProps = {
  /** Names the drop area. */
  label: string;
  onFiles?: ((files: readonly File[]) => void) | undefined;
  /** Instead of `onFiles`: takes folders too, with all that is in them. */
  onTree?: ((files: readonly TreeFile[]) => void) | undefined;
  /** As in `<input accept>`; files dropped are not filtered by the browser, check them. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Formats and limits. */
  hint?: ReactNode;
  /** What was chosen, progress. */
  children?: ReactNode;
  labels?: Partial<UiLabels['form']> | undefined;
};

/** Files by dropping or by the device's own dialog. */
export function FileDrop({
  label,
  onFiles,
  onTree,
  accept,
  multiple = false,
  disabled = false,
  hint,
  children,
  labels,
}: FileDropProps) {
  const t = useLabels('form', labels);
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<'reading' | 'unreadable' | null>(null);
  const own = useId();
  const field = useFieldControl<{ id?: string }>({});
  const hintId = `${own}-hint`;
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0 || disabled) return;
    onTree?.(filesOfInput(list));
    onFiles?.(multiple ? files : files.slice(0, 1));
  };
  const takeTree = async (dropped: ReturnType<typeof filesOfDrop>) => {
    setDropped('reading');
    const { files, unreadable } = await dropped;
    setDropped(unreadable > 0 ? 'unreadable' : null);
    onTree?.(files);
  };
  // What was put into the field before the page came alive (the browser restores it, a program sets it) is taken now.
  const early = useRef(take);
  useEffect(() => {
    const node = input.current;
    if (node === null || node.files?.length === 0) return;
    early.current(node.files);
    node.value = '';
  }, []);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside && !disabled);
  };
  return (
    <fieldset
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        if (onTree === undefined) take(event.dataTransfer.files);
        else if (!disabled) void takeTree(filesOfDrop(event.dataTransfer));
      }}
      className={cn(
        'flex min-w-0 flex-col items-center gap-2 rounded-lg border border-dashed px-6 py-8 text-center transition-colors',
        over ? 'border-accent bg-selected' : 'border-line-strong bg-surface',
      )}
    >
      <legend className="sr-only">{label}</legend>
      <FileUp aria-hidden className="size-7 text-fg-muted" />
      <p className="text-sm text-fg">
        <span className="font-medium">{multiple ? t.dropMany : t.dropHere}</span>{' '}
        <span className="text-fg-secondary">{multiple ? t.orChooseMany : t.orChoose}</span>
      </p>
      <span className="flex flex-wrap justify-center gap-2">
        <Button
          {...(field.id === undefined ? {} : { id: field.id })}
          aria-describedby={
            [field['aria-describedby'], hint === undefined ? undefined : hintId].filter(Boolean).join(' ') ||
            undefined
          }
          disabled={disabled}
          onClick={() => input.current?.click()}
        >
          {multiple ? t.chooseMany : t.choose}
        </Button>
        {onTree === undefined ? null : (
          <Button disabled={disabled} onClick={() => folder.current?.click()}>
            {t.chooseFolder}
          </Button>
        )}
      </span>
      {onTree === undefined ? null : (
        <input
          ref={folder}
          type="file"
          hidden
          // The attribute is named so in every browser that has it.
          {...{ webkitdirectory: '' }}
          disabled={disabled}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          take(event.currentTarget.files);
          // the same file may be chosen again after a failed try
          event.currentTarget.value = '';
        }}
      />
      {hint === undefined ? null : (
        <p id={hintId} className="text-xs text-fg-muted">
          {hint}
        </p>
      )}
      {dropped === null ? null : (
        <p role="status" className="text-sm text-fg-secondary">
          {dropped === 'reading' ? t.readingFolder : t.unreadable}
        </p>
      )}
      {children}
    </fieldset>
  );
}
