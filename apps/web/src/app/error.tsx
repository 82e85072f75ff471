'use client';

import { PageFailure } from '~/shell/page-failure.tsx';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="mx-auto max-w-2xl px-4 py-16">
      <PageFailure error={error} retry={reset} />
    </main>
  );
}
