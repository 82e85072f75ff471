'use client';

import { AlertDialog as Base } from 'radix-ui';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { Callout } from '../feedback/callout.tsx';
import { Field } from '../forms/field.tsx';
import { Input } from '../forms/input.tsx';
import type { UiLabels } from '../labels.ts';
import { defined } from '../lib/defined.ts';
import { fill } from '../lib/fill.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { scrimStyle } from './overlay-style.ts';
import { useDialogFocus } from './use-dialog-focus.ts';

export type ConfirmDialogProps = {
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  confirmLabel: string;
  trigger?: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Closes when it resolves; a rejection's message is shown and the dialog stays. */
  onConfirm: () => unknown;
  destructive?: boolean | undefined;
  /** The name that has to be typed first. */
  typeToConfirm?: string | undefined;
  children?: ReactNode;
  labels?: Partial<UiLabels['common'] & UiLabels['form']> | undefined;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, description, trigger, typeToConfirm, children } = props;
  const t = { ...useLabels('common'), ...useLabels('form'), ...props.labels };
  const focus = useDialogFocus(trigger !== undefined);
  const [inner, setInner] = useState(false);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const open = props.open ?? inner;

  const change = (next: boolean) => {
    setInner(next);
    setTyped('');
    setError(undefined);
    props.onOpenChange?.(next);
  };
  const confirm = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await props.onConfirm();
      change(false);
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Base.Root {...defined({ open })} onOpenChange={change}>
      {trigger === undefined ? null : <Base.Trigger asChild>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Overlay className={scrimStyle} />
        <Base.Content
          {...focus}
          className="fixed inset-x-3 bottom-3 z-50 max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-xl border border-line bg-raised p-5 text-fg shadow-lg animate-slide-up focus:outline-none sm:inset-x-auto sm:bottom-auto sm:left-1/2 sm:top-1/2 sm:w-full sm:max-w-md sm:-translate-x-1/2 sm:-translate-y-1/2"
        >
          <form onSubmit={confirm} className="flex flex-col gap-4">
            <div>
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              <Base.Description className="mt-1.5 text-sm text-fg-secondary">{description}</Base.Description>
            </div>
            {children}
            {typeToConfirm === undefined ? null : (
              <Field label={fill(t.typeToConfirm, { name: typeToConfirm })}>
                <Input
                  value={typed}
                  onChange={(e) => setTyped(e.target.value)}
                  autoComplete="off"
                  spellCheck={false}
                />
              </Field>
            )}
            {error === undefined ? null : <Callout tone="bad">{error}</Callout>}
            <div className="flex flex-wrap justify-end gap-2">
              <Base.Cancel asChild>
                <Button data-autofocus={typeToConfirm === undefined || undefined}>{t.cancel}</Button>
              </Base.Cancel>
              <Button
                type="submit"
                variant={props.destructive === true ? 'danger' : 'primary'}
                loading={busy}
                disabled={typeToConfirm !== undefined && typed !== typeToConfirm}
              >
                {props.confirmLabel}
              </Button>
            </div>
          </form>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
