import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata() {
  const t = await getTranslations('common');
  return { title: t('notFoundTitle') };
}

/** Any other address inside an organisation: not found, within its frame. */
export default function UnknownPage() {
  notFound();
}
