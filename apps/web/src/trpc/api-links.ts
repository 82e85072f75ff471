import type { AppRouter } from '@assay/api';
import {
  httpBatchStreamLink,
  httpLink,
  httpSubscriptionLink,
  type Operation,
  splitLink,
  type TRPCLink,
} from '@trpc/client';
import superjson from 'superjson';

/** Characters of a question that go into an address; servers on the way refuse addresses of some kilobytes. */
const MOST_IN_ADDRESS = 2000;

/** A question that carries a document: sent in the body, because an address does not hold it. */
function isLarge({ type, input }: Operation): boolean {
  return type === 'query' && (JSON.stringify(input)?.length ?? 0) > MOST_IN_ADDRESS;
}

/** How calls go to the server, in the organisation whose slug is given. */
export function apiLinks(org: string | null, url = '/api/trpc'): TRPCLink<AppRouter>[] {
  const shared = {
    url,
    transformer: superjson,
    headers: org === null ? {} : { 'x-assay-org': org },
  };
  return [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({
        url,
        transformer: superjson,
        connectionParams: org === null ? {} : { org },
      }),
      false: splitLink({
        condition: isLarge,
        true: httpLink({ ...shared, methodOverride: 'POST' }),
        false: httpBatchStreamLink(shared),
      }),
    }),
  ];
}
