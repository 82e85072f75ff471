'use client';

import { PageFailure } from '~/shell/page-failure.tsx';

export default function OrganisationErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <PageFailure error={error} retry={reset} />;
}
