'use client';

import { ConfirmDialog } from '@assay/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** While there is something unsaved, asks before a link or the browser leaves the page. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const t = useTranslations('sources.unsaved');
  const router = useRouter();
  const [leaving, setLeaving] = useState<string | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!plain || !(link instanceof HTMLAnchorElement) || link.target === '_blank') return;
      const to = new URL(link.href, window.location.href);
      if (to.origin !== window.location.origin || to.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setLeaving(`${to.pathname}${to.search}${to.hash}`);
    };
    window.addEventListener('beforeunload', unload);
    document.addEventListener('click', click, true);
    return () => {
      window.removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, true);
    };
  }, [dirty]);
  return (
    <ConfirmDialog
      title={t('title')}
      description={t('body')}
      confirmLabel={t('leave')}
      destructive
      open={leaving !== null}
      onOpenChange={(open) => {
        if (!open) setLeaving(null);
      }}
      onConfirm={() => {
        if (leaving !== null) router.push(leaving);
      }}
    />
  );
}
