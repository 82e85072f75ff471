'use client';

import type { AppRouter } from '@assay/api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, TRPCClientError } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import { apiLinks } from './api-links.ts';

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** A refusal as people read it. Anything else (a lost connection) gets words of its own on the spot. */
export type Refusal = {
  code: string;
  message: string;
  kept: string | null;
  next: string | null;
  field: string | null;
  requestId: string | null;
};

/** Reads what a failed request says; a request that never arrived is `offline`. */
export function refusalOf(error: unknown): Refusal {
  const data: unknown = error instanceof TRPCClientError ? error.data?.assay : null;
  if (error instanceof TRPCClientError && typeof data === 'object' && data !== null) {
    return { ...(data as Omit<Refusal, 'message'>), message: error.message };
  }
  return {
    code: 'offline',
    message: 'The server could not be reached.',
    kept: 'What you typed is still on this page.',
    next: 'Check your connection and try again.',
    field: null,
    requestId: null,
  };
}

/** A refusal as dialogs show it: what happened, and then what to do. */
export function errorOfRefusal(error: unknown): Error {
  const { message, next } = refusalOf(error);
  return new Error([message, next].filter((part) => part !== null).join(' '));
}

const REFUSALS_THAT_STAY = new Set([
  'unauthenticated',
  'forbidden',
  'not-found',
  'bad-input',
  'not-ready',
  'stale',
]);

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && !REFUSALS_THAT_STAY.has(refusalOf(error).code),
      },
    },
  });
}

/** tRPC for everything inside, in the organisation whose slug is given. Null before one is chosen. */
export function Api({ org, children }: { org: string | null; children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: apiLinks(org),
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
