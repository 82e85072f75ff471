import '@fontsource-variable/inter';
import './globals.css';
import { isTheme } from '@assay/ui';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { Providers } from '~/shell/providers.tsx';

export const metadata: Metadata = {
  title: { default: 'Assay', template: '%s · Assay' },
  description: 'Makes, labels and proves synthetic data.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = (await cookies()).get('assay.theme')?.value;
  return (
    <html lang="en" data-theme={isTheme(chosen) ? chosen : 'system'} suppressHydrationWarning>
      <body className="bg-page font-sans text-fg antialiased">
        <NextIntlClientProvider>
          <Providers>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
