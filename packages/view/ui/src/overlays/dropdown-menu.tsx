'use client';

import { Check, EllipsisVertical } from 'lucide-react';
import { DropdownMenu as Base } from 'radix-ui';
import { Fragment, type ReactNode, useRef } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { Kbd } from '../data/kbd.tsx';
import { cn } from '../lib/cn.ts';
import { defined } from '../lib/defined.ts';
import { UiLink, useLabels } from '../lib/ui-provider.tsx';
import { floatingStyle } from './overlay-style.ts';

export type MenuItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string | undefined;
  href?: string | undefined;
  onSelect?: (() => void) | undefined;
  disabled?: boolean | undefined;
  destructive?: boolean | undefined;
  /** Present: an item that is on or off. */
  checked?: boolean | undefined;
};
export type MenuGroup = { id: string; title?: string | undefined; items: readonly MenuItem[] };

export type DropdownMenuProps = {
  /** Names the menu. */
  label: string;
  /** The element that opens it; without one, a "more" button. */
  trigger?: ReactNode;
  groups: readonly MenuGroup[];
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** Where the focus goes when it closes; the trigger when absent. */
  returnFocus?: (() => HTMLElement | null | undefined) | undefined;
};

const itemStyle =
  'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 text-sm outline-none select-none tap ' +
  'data-highlighted:bg-hover data-disabled:cursor-not-allowed data-disabled:text-fg-muted [&_svg]:size-4 [&_svg]:shrink-0';

export function DropdownMenu({
  label,
  trigger,
  groups,
  open,
  onOpenChange,
  align = 'end',
  side = 'bottom',
  returnFocus,
}: DropdownMenuProps) {
  const t = useLabels('common');
  // run once the menu has given the focus back, so that a dialog opened by an item returns it to the trigger
  const pending = useRef<(() => void) | undefined>(undefined);
  const afterClose = (event: Event) => {
    const target = returnFocus?.();
    if (target !== undefined && target !== null) {
      event.preventDefault();
      target.focus();
    }
    const run = pending.current;
    pending.current = undefined;
    if (run !== undefined) queueMicrotask(run);
  };
  return (
    <Base.Root modal={false} {...defined({ open, onOpenChange })}>
      <Base.Trigger asChild>
        {trigger ?? (
          <IconButton size="sm" label={`${t.more}: ${label}`} icon={<EllipsisVertical aria-hidden />} />
        )}
      </Base.Trigger>
      <Base.Portal>
        <section aria-label={label}>
          <Base.Content
            aria-label={label}
            onCloseAutoFocus={afterClose}
            align={align}
            side={side}
            sideOffset={4}
            collisionPadding={8}
            className={cn(
              floatingStyle,
              'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-[calc(100vw-1rem)] overflow-y-auto p-1',
            )}
          >
            {groups.map((group, index) => (
              <Fragment key={group.id}>
                {index === 0 ? null : <Base.Separator className="mx-1 my-1 h-px bg-line" />}
                <Base.Group>
                  {group.title === undefined ? null : (
                    <Base.Label className="px-2 pt-1.5 pb-1 text-xs font-medium text-fg-muted">
                      {group.title}
                    </Base.Label>
                  )}
                  {group.items.map((item) => (
                    <Item
                      key={item.id}
                      item={item}
                      onPick={() => {
                        pending.current = item.onSelect;
                      }}
                    />
                  ))}
                </Base.Group>
              </Fragment>
            ))}
          </Base.Content>
        </section>
      </Base.Portal>
    </Base.Root>
  );
}

function Item({ item, onPick }: { item: MenuItem; onPick: () => void }) {
  const className = cn(itemStyle, item.destructive === true && 'text-bad-text data-highlighted:bg-bad-soft');
  const body = (
    <>
      {item.icon}
      <span className="min-w-0 flex-1">{item.label}</span>
      {item.shortcut === undefined ? null : <Kbd keys={item.shortcut} />}
    </>
  );
  const select = { onSelect: onPick };
  if (item.checked !== undefined) {
    return (
      <Base.CheckboxItem
        checked={item.checked}
        disabled={item.disabled === true}
        className={className}
        {...select}
      >
        {body}
        <span className="flex w-4 justify-center">
          <Base.ItemIndicator>
            <Check aria-hidden />
          </Base.ItemIndicator>
        </span>
      </Base.CheckboxItem>
    );
  }
  if (item.href !== undefined) {
    return (
      <Base.Item asChild disabled={item.disabled === true} {...select}>
        <UiLink href={item.href} className={className}>
          {body}
        </UiLink>
      </Base.Item>
    );
  }
  return (
    <Base.Item disabled={item.disabled === true} className={className} {...select}>
      {body}
    </Base.Item>
  );
}
