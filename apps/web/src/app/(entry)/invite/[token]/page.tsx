import { AssayError } from '@assay/contracts';
import { previewInvitation } from '@assay/services';
import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { AcceptInvitation } from '~/screens/invite/accept-invitation.tsx';
import { InvitationGone } from '~/screens/invite/invitation-gone.tsx';
import { InvitationSummary } from '~/screens/invite/invitation-summary.tsx';
import { server } from '~/server/deps.ts';
import { currentSession } from '~/server/session.ts';
import { Api } from '~/trpc/client.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata() {
  const t = await getTranslations('entry');
  // A link that works once stays out of the reports of search engines and of other sites' logs.
  return { title: t('inviteMetaTitle'), robots: { index: false }, referrer: 'no-referrer' as const };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations('entry');
  const { deps } = await server();
  const session = await currentSession();
  const invitation = await previewInvitation(deps, { token }).catch((error: unknown) => {
    if (error instanceof AssayError && error.code === 'not-found') return null;
    throw error;
  });
  if (invitation === null || invitation.state !== 'open') {
    return (
      <EntryFrame title={t('inviteGone')}>
        <InvitationGone state={invitation?.state ?? null} signedIn={session !== null} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('inviteTitle', { organisation: invitation.orgName })}>
      <div className="flex flex-col gap-5">
        <InvitationSummary
          email={invitation.email}
          roles={invitation.roles}
          expiresAt={invitation.expiresAt}
        />
        <Api org={null}>
          <AcceptInvitation
            token={token}
            invited={invitation.email}
            signedInAs={session?.user.email ?? null}
          />
        </Api>
      </div>
    </EntryFrame>
  );
}
