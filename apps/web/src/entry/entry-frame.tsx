import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Mark } from '~/shell/mark.tsx';

/** The frame of the pages before an organisation: sign-in, invitation, welcome. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations('entry');
  const common = useTranslations('common');
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-5 py-10">
      <div className="flex items-center gap-3">
        <Mark className="size-9" />
        <div>
          <p className="text-lg font-semibold tracking-tight">{common('product')}</p>
          <p className="text-sm text-fg-secondary">{t('tagline')}</p>
        </div>
      </div>
      <section className="rounded-xl border border-line bg-surface p-6 shadow-sm">
        <h1 className="mb-5 text-xl font-semibold tracking-tight">{title}</h1>
        {children}
      </section>
    </main>
  );
}
