import { getTranslations } from 'next-intl/server';
import { WebhooksScreen } from '~/screens/webhooks/webhooks-screen.tsx';
import { projectName } from '~/server/titles.ts';

type Props = { params: Promise<{ org: string; projectId: string }> };

export async function generateMetadata({ params }: Props) {
  const { org, projectId } = await params;
  const t = await getTranslations('webhooks');
  const projects = await getTranslations('projects');
  const name = (await projectName(org, projectId)) ?? projects('oneTitle');
  return { title: `${t('title')} · ${name}` };
}

export default async function Page({ params }: Props) {
  return <WebhooksScreen projectId={(await params).projectId} />;
}
