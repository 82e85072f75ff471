'use client';

import { X } from 'lucide-react';
import { Toast as Base } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { IconButton } from '../actions/icon-button.tsx';
import { type Tone, ToneIcon, toneText } from '../lib/tone.tsx';
import { useLabels } from '../lib/ui-provider.tsx';

export type ToastInput = {
  title: string;
  description?: string | undefined;
  tone?: Exclude<Tone, 'neutral' | 'accent'> | undefined;
  /** Takes the act back; the toast then stays longer. */
  onUndo?: (() => unknown) | undefined;
  /** Another way on, for example "Open". */
  action?: { label: string; onPress: () => void } | undefined;
};

type ToastItem = ToastInput & { id: number };
type ToastApi = { toast: (input: ToastInput) => void };

const Context = createContext<ToastApi | undefined>(undefined);

/** Gives `useToast` to everything inside and shows the toasts. Mount once, inside UiProvider. */
export function Toaster({ children }: { children: ReactNode }) {
  const t = useLabels('feedback');
  const common = useLabels('common');
  const [items, setItems] = useState<readonly ToastItem[]>([]);
  const next = useRef(0);
  const toast = useCallback((input: ToastInput) => {
    next.current += 1;
    const item = { ...input, id: next.current };
    // What is said again takes the place of what was said.
    const isOther = ({ title, description }: ToastItem) =>
      title !== item.title || description !== item.description;
    setItems((list) => [...list.filter(isOther).slice(-2), item]);
  }, []);
  const api = useMemo(() => ({ toast }), [toast]);
  const drop = (id: number) => setItems((list) => list.filter((item) => item.id !== id));
  return (
    <Context value={api}>
      <Base.Provider label={t.notifications} swipeDirection="right">
        {children}
        {items.map((item) => (
          <Base.Root
            key={item.id}
            type={item.tone === 'bad' ? 'foreground' : 'background'}
            duration={item.onUndo === undefined && item.tone !== 'bad' ? 5000 : 10_000}
            onOpenChange={(open) => {
              if (!open) drop(item.id);
            }}
            className="flex items-start gap-3 rounded-lg border border-line bg-raised p-3 text-fg shadow-md animate-slide-up"
          >
            <ToneIcon
              tone={item.tone ?? 'good'}
              className={`mt-1 size-4 shrink-0 ${toneText[item.tone ?? 'good']}`}
            />
            <div className="min-w-0 flex-1 pt-0.5">
              <Base.Title className="text-sm font-medium">{item.title}</Base.Title>
              {item.description === undefined ? null : (
                <Base.Description className="mt-0.5 text-sm text-fg-secondary">
                  {item.description}
                </Base.Description>
              )}
            </div>
            {item.onUndo === undefined ? null : (
              <Base.Action asChild altText={common.undo}>
                <Button size="sm" onClick={() => void item.onUndo?.()}>
                  {common.undo}
                </Button>
              </Base.Action>
            )}
            {item.action === undefined ? null : (
              <Base.Action asChild altText={item.action.label}>
                <Button size="sm" onClick={item.action.onPress}>
                  {item.action.label}
                </Button>
              </Base.Action>
            )}
            <Base.Close asChild>
              <IconButton size="sm" label={common.dismiss} icon={<X aria-hidden />} />
            </Base.Close>
          </Base.Root>
        ))}
        <Base.Viewport className="fixed right-0 bottom-0 z-70 m-0 flex w-[26rem] max-w-full list-none flex-col gap-2 p-3 focus:outline-none sm:p-4" />
      </Base.Provider>
    </Context>
  );
}

/** `toast({ title, tone, onUndo })`. Throws when no Toaster is above. */
export function useToast(): ToastApi {
  const api = useContext(Context);
  if (api === undefined) throw new Error('useToast needs a <Toaster> above it');
  return api;
}
