import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MeasurementPage } from '~/screens/measurements/measurement-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data');
  return { title: t('measure.title') };
}

export default async function Page({ params }: { params: Promise<{ measurementId: string }> }) {
  const { measurementId } = await params;
  return <MeasurementPage measurementId={measurementId} />;
}
