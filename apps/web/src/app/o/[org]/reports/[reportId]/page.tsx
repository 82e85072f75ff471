import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReportScreen } from '~/screens/reports/report-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('oneTitle') };
}

export default async function Page({ params }: { params: Promise<{ reportId: string }> }) {
  const { reportId } = await params;
  return <ReportScreen reportId={reportId} />;
}
