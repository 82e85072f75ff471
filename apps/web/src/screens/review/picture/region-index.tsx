'use client';

import { cn, IconButton } from '@assay/ui';
import { Flag, MessageSquare, MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ColourDot } from '../../label-schemas/label-colour.tsx';
import type { Compared } from './compared.tsx';

/** All that was drawn as a list: what is chosen is marked on the picture, and each is talked about. */
export function RegionIndex({ of: { all, labels, on } }: { of: Compared }) {
  const t = useTranslations('review.picture');
  const count = all.reduce((sum, { regions }) => sum + regions.length, 0);
  if (count === 0) return null;
  return (
    <details className="rounded-lg border border-line px-3 py-2">
      <summary className="cursor-pointer text-sm font-medium">{t('index', { count })}</summary>
      <div className="mt-2 flex max-h-80 flex-col gap-3 overflow-y-auto">
        {all.map((one) =>
          one.regions.length === 0 ? null : (
            <section key={one.id} aria-label={one.name}>
              <h3 className="px-2 text-xs font-medium text-fg-muted">{one.name}</h3>
              <ul>
                {one.regions.map(({ id, label, remark }, at) => {
                  const known = labels.get(label?.labelId ?? '');
                  const name = known?.name ?? t('unlabelled');
                  const said = on.open.get(id) ?? 0;
                  const whole = t('numbered', { who: one.name, number: at + 1, label: name });
                  return (
                    <li key={id} className="flex items-center gap-1">
                      <button
                        type="button"
                        aria-pressed={on.chosen === id}
                        className={cn(
                          'tap flex h-8 min-w-0 flex-1 items-center gap-2 rounded px-2 text-left text-sm',
                          on.chosen === id ? 'bg-accent-soft' : 'hover:bg-hover',
                        )}
                        onClick={() => on.choose(on.chosen === id ? null : id)}
                      >
                        <ColourDot colour={known?.colour ?? 'grey'} />
                        <span className="text-fg-muted tabular-nums">{at + 1}</span>
                        <span className="min-w-0 flex-1 truncate">{name}</span>
                        {remark == null ? null : (
                          <span className="shrink-0 text-warn-text" title={remark.text}>
                            <Flag aria-hidden className="size-4" />
                            <span className="sr-only">{t('flagged')}</span>
                          </span>
                        )}
                        {said === 0 ? null : (
                          <span className="shrink-0 text-xs text-fg-muted">
                            {t('threads', { count: said })}
                          </span>
                        )}
                      </button>
                      {on.say === null ? null : (
                        <IconButton
                          size="sm"
                          label={t(said === 0 ? 'say' : 'said', { count: said, name: whole })}
                          icon={
                            said === 0 ? <MessageSquarePlus aria-hidden /> : <MessageSquare aria-hidden />
                          }
                          onClick={() => on.say?.(id)}
                        />
                      )}
                    </li>
                  );
                })}
              </ul>
            </section>
          ),
        )}
      </div>
    </details>
  );
}
