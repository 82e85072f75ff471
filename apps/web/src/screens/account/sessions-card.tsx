'use client';

import {
  Badge,
  Button,
  Callout,
  Card,
  ConfirmDialog,
  LinkButton,
  SkeletonRows,
  TimeAgo,
  useToast,
} from '@assay/ui';
import { Monitor, Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAuthAction } from '~/entry/use-auth-action.ts';
import { authClient } from '~/shell/auth-client.ts';
import { describeAgent } from './describe-agent.ts';
import { type SessionRow, useSessions } from './use-sessions.ts';

/** The address a session came from, if it is known: behind some proxies it is all zeros. */
function addressOf(session: SessionRow): string {
  const address = session.ipAddress ?? '';
  return /[1-9a-f]/i.test(address) ? `${address} · ` : '';
}

/** Where this person is signed in, and the ways to end it. */
export function SessionsCard({ currentId }: { currentId: string }) {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const { toast } = useToast();
  const { sessions, problem, reload } = useSessions();
  const { run, busy, error } = useAuthAction();
  const [ending, setEnding] = useState<string | null>(null);
  const others = sessions?.filter((session) => session.id !== currentId) ?? [];
  const end = async (session: SessionRow) => {
    if (busy) return;
    setEnding(session.id);
    if (await run(() => authClient.revokeSession({ token: session.token }))) {
      toast({ title: t('sessionEnded') });
      await reload();
    }
    setEnding(null);
  };
  const endOthers = async () => {
    const { error: refused } = await authClient.revokeOtherSessions();
    if (refused) throw new Error(refused.message ?? common('failedTitle'));
    toast({ title: t('othersEnded') });
    await reload();
  };
  return (
    <Card
      title={t('sessions')}
      description={t('sessionsBody')}
      actions={
        others.length === 0 ? undefined : (
          <ConfirmDialog
            title={t('endOthersTitle')}
            description={t('endOthersBody')}
            confirmLabel={t('endOthers')}
            destructive
            onConfirm={endOthers}
            trigger={<Button size="sm">{t('endOthers')}</Button>}
          />
        )
      }
      flush
    >
      {error === null ? null : <Callout tone="bad">{error}</Callout>}
      {problem === 'not-fresh' ? (
        <div className="flex flex-col items-start gap-3 p-4 text-sm text-fg-secondary sm:px-5">
          {t('sessionsNotFresh')}
          <LinkButton size="sm" href="/sign-in?next=%2Faccount">
            {common('signInAgain')}
          </LinkButton>
        </div>
      ) : problem === 'failed' ? (
        <div role="alert" className="flex flex-col items-start gap-3 p-4 text-sm text-fg-secondary sm:px-5">
          {t('sessionsFailed')}
          <Button size="sm" onClick={() => void reload()}>
            {common('retry')}
          </Button>
        </div>
      ) : sessions === null ? (
        <SkeletonRows rows={2} />
      ) : (
        <ul className="divide-y divide-line">
          {sessions.map((session) => {
            const agent = describeAgent(session.userAgent);
            const current = session.id === currentId;
            return (
              <li key={session.id} className="flex items-center gap-3 px-4 py-3 text-sm sm:px-5">
                <span aria-hidden className="text-fg-muted [&_svg]:size-5">
                  {agent.handheld ? <Smartphone /> : <Monitor />}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="flex flex-wrap items-center gap-2 font-medium">
                    {agent.browser === null && agent.system === null
                      ? t('unknownAgent')
                      : [agent.browser, agent.system].filter((part) => part !== null).join(' · ')}
                    {current ? <Badge tone="accent">{t('thisSession')}</Badge> : null}
                  </span>
                  <span className="block text-xs text-fg-muted">
                    {addressOf(session)}
                    {t('signedIn')} <TimeAgo at={session.createdAt} />
                  </span>
                </span>
                {current ? null : (
                  <Button
                    size="sm"
                    variant="danger-quiet"
                    loading={ending === session.id}
                    onClick={() => void end(session)}
                  >
                    {t('endSession')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
