'use client';

import { Button, Callout, LinkButton } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { signOut } from '~/shell/sign-out.ts';
import { useTRPC } from '~/trpc/client.tsx';

type Props = { token: string; invited: string; signedInAs: string | null };

/** Joining: at once for the invited person, after signing in for a stranger, not at all for somebody else. */
export function AcceptInvitation({ token, invited, signedInAs }: Props) {
  const t = useTranslations('entry');
  const trpc = useTRPC();
  const here = `/invite/${token}`;
  const accept = useMutation(
    trpc.member.acceptInvitation.mutationOptions({
      onSuccess: ({ slug, projectId }) =>
        window.location.assign(projectId === null ? `/o/${slug}` : `/o/${slug}/projects/${projectId}`),
    }),
  );
  if (signedInAs === null) {
    const query = `?next=${encodeURIComponent(here)}&email=${encodeURIComponent(invited)}`;
    return (
      <div className="flex flex-col gap-2">
        <LinkButton variant="primary" href={`/sign-up${query}`}>
          {t('inviteSignUp')}
        </LinkButton>
        <LinkButton href={`/sign-in${query}`}>{t('inviteSignIn')}</LinkButton>
      </div>
    );
  }
  if (signedInAs.toLowerCase() !== invited.toLowerCase()) {
    return (
      <div className="flex flex-col gap-3">
        <Callout tone="warn">{t('inviteWrongPerson', { email: signedInAs, invited })}</Callout>
        <Button variant="primary" onClick={() => void signOut(here)}>
          {t('inviteSignOut')}
        </Button>
        <LinkButton href="/" variant="quiet">
          {t('inviteToStart')}
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <RefusalCallout error={accept.error} />
      <Button
        variant="primary"
        loading={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({ token })}
      >
        {t('inviteAccept')}
      </Button>
    </div>
  );
}
