'use client';

import './globals.css';
import { messages } from '~/i18n/messages.ts';

/** When even the frame of all pages broke: no provider is left, so the words come straight from the catalogue. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  const t = messages.common;
  return (
    <html lang="en">
      <body className="bg-page font-sans text-fg antialiased">
        <title>{`${t.failedTitle} · ${t.product}`}</title>
        <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-5 py-10">
          <h1 className="text-2xl font-semibold tracking-tight">{t.failedTitle}</h1>
          <p className="text-fg-secondary">{t.failedWhat}</p>
          <p className="text-fg-secondary">
            {t.failedKept} {t.failedNext}
          </p>
          {error.digest === undefined ? null : (
            <code className="font-mono text-xs text-fg-muted">{error.digest}</code>
          )}
          <div className="flex gap-2">
            <button
              type="button"
              onClick={() => window.location.reload()}
              className="inline-flex h-9 items-center rounded-md bg-accent px-3 text-sm font-medium text-on-accent"
            >
              {t.retry}
            </button>
            <a
              href="/"
              className="inline-flex h-9 items-center rounded-md border border-line-strong/60 bg-surface px-3 text-sm font-medium"
            >
              {t.goHome}
            </a>
          </div>
        </main>
      </body>
    </html>
  );
}
