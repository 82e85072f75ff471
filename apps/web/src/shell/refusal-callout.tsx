'use client';

import { Button, Callout } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { refusalOf } from '~/trpc/client.tsx';
import { useOrgOrNull } from './org-context.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** Why a command was refused, what was kept and what to do next; nothing while there is no error. */
export function RefusalCallout({ error, onReload }: { error: unknown; onReload?: (() => void) | undefined }) {
  const t = useTranslations('common');
  const org = useOrgOrNull();
  if (error === null || error === undefined) return null;
  const refusal = refusalOf(error);
  const act =
    refusal.code === 'stale' && onReload !== undefined ? (
      <Button size="sm" onClick={onReload}>
        {t('reload')}
      </Button>
    ) : refusal.code === 'unauthenticated' && org !== null ? (
      <SignInAgain email={org.person.email} />
    ) : undefined;
  return (
    <Callout tone="bad" title={refusal.message} actions={act}>
      {refusal.kept === null && refusal.next === null
        ? undefined
        : [refusal.kept, refusal.next].filter((text) => text !== null).join(' ')}
    </Callout>
  );
}
