'use client';

import { useAlive } from '@assay/ui';
import {
  type QueryKey,
  skipToken,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery as useCachedQuery,
} from '@tanstack/react-query';

const nothingYet = {
  status: 'pending',
  data: undefined,
  error: null,
  isPending: true,
  isSuccess: false,
  isError: false,
  isLoadingError: false,
  isRefetchError: false,
  isPlaceholderData: false,
  isFetched: false,
} as const;

/** What the server drew with: it asks for nothing, so every query of a page that comes from it is under way. */
function asDrawnByServer(result: object, asked: boolean): object {
  const drawn = { ...nothingYet, isLoading: asked, fetchStatus: asked ? 'fetching' : 'idle' };
  // What is not named here is read from the result itself, which counts what is read.
  return Object.create(result, Object.getOwnPropertyDescriptors(drawn)) as object;
}

/**
 * The query of TanStack, safe while a page comes alive. The frame comes alive first and fills the cache; a part of the
 * page that comes alive after that would draw with answers which the server did not have, and React then throws away
 * what the server drew, with all that a person had typed into it. So the first drawing is always the server's.
 */
export function useQuery<Answer = unknown, Fault = Error, Data = Answer, Key extends QueryKey = QueryKey>(
  options: UseQueryOptions<Answer, Fault, Data, Key>,
): UseQueryResult<NoInfer<Data>, Fault> {
  const alive = useAlive();
  const result = useCachedQuery(options);
  if (alive) return result;
  return asDrawnByServer(result, options.queryFn !== skipToken && options.enabled !== false) as typeof result;
}
