import { getTranslations } from 'next-intl/server';
import { LogEntry } from '~/screens/log/log-entry.tsx';

export async function generateMetadata() {
  const t = await getTranslations('log');
  return { title: t('entry') };
}

export default async function Page({ params }: { params: Promise<{ eventId: string }> }) {
  const { eventId } = await params;
  return <LogEntry eventId={eventId} />;
}
