import { listMyOrganisations } from '@assay/services';
import { getTranslations } from 'next-intl/server';
import { EntryFrame } from '~/entry/entry-frame.tsx';
import { WelcomeForm } from '~/entry/welcome-form.tsx';
import { server } from '~/server/deps.ts';
import { requireSession } from '~/server/session.ts';
import { Api } from '~/trpc/client.tsx';

export async function generateMetadata() {
  const t = await getTranslations('entry');
  return { title: t('welcomeMetaTitle') };
}

export default async function WelcomePage() {
  const session = await requireSession('/welcome');
  const { deps } = await server();
  const organisations = await listMyOrganisations(deps, session.user.id);
  const t = await getTranslations('entry');
  return (
    <EntryFrame title={t('welcomeTitle', { name: session.user.name })}>
      <Api org={null}>
        <WelcomeForm organisations={organisations.map(({ name, slug }) => ({ name, slug }))} />
      </Api>
    </EntryFrame>
  );
}
