import { listMyOrganisations } from '@assay/services';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { AccountScreen } from '~/screens/account/account-screen.tsx';
import { server } from '~/server/deps.ts';
import { requireSession } from '~/server/session.ts';

export async function generateMetadata() {
  const t = await getTranslations('account');
  return { title: t('title') };
}

export default async function AccountPage() {
  const session = await requireSession('/account');
  const { deps } = await server();
  const organisations = await listMyOrganisations(deps, session.user.id);
  const last = (await cookies()).get('assay.org')?.value;
  const back = organisations.find((each) => each.slug === last) ?? organisations[0];
  return (
    <AccountScreen
      person={{
        name: session.user.name,
        email: session.user.email,
        twoFactor: session.user.twoFactorEnabled === true,
      }}
      sessionId={session.session.id}
      back={back === undefined ? null : { name: back.name, href: `/o/${back.slug}` }}
      organisations={organisations.map(({ name, slug, roles }) => ({ name, slug, roles }))}
    />
  );
}
