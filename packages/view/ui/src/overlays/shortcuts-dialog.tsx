'use client';

import { Kbd } from '../data/kbd.tsx';
import { useLabels } from '../lib/ui-provider.tsx';
import { Dialog } from './dialog.tsx';

export type ShortcutGroup = { title: string; items: readonly { keys: string; label: string }[] };
export type KeyboardShortcutsDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly ShortcutGroup[];
};

export function KeyboardShortcutsDialog({ open, onOpenChange, groups }: KeyboardShortcutsDialogProps) {
  const t = useLabels('palette');
  return (
    <Dialog title={t.shortcuts} open={open} onOpenChange={onOpenChange} size="lg">
      <div className="gap-x-10 sm:columns-2">
        {groups.map((group) => (
          <section key={group.title} className="mb-6 break-inside-avoid">
            <h3 className="pb-1 text-sm font-semibold text-fg">{group.title}</h3>
            <dl className="divide-y divide-line text-sm">
              {group.items.map((item) => (
                <div key={item.keys} className="flex items-center justify-between gap-4 py-1.5">
                  <dt className="text-fg-secondary">{item.label}</dt>
                  <dd>
                    <Kbd keys={item.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
