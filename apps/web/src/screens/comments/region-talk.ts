import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Subject } from './comment-types.ts';

/** What is said of regions of a drawing, where what is talked about is one. */
export type RegionTalk = {
  /** The region of which alone it is read and written; null of all. */
  chosen: string | null;
  /** How a region is called; null of one that is gone. */
  nameOf: (regionId: string) => string | null;
  /** Goes from a comment to the region on the drawing. */
  open: (regionId: string) => void;
  /** Reads and writes of everything again. */
  leave: () => void;
  /** Changes with each time that somebody asks to read or write of a region. */
  asked: number;
  /** Was it asked, and not yet given the keyboard? True once. */
  takeAsked: () => boolean;
};

/** Threads on a page of the list. */
export const THREADS_ON_PAGE = 10;
/** How often it is asked what others, of whom one is told nothing, have said. */
export const LOOK_MS = 20_000;

/** How many open threads are about each region of which something is said. */
export function useOpenByRegion(subject: Subject): ReadonlyMap<string, number> {
  const trpc = useTRPC();
  // As the list asks at first: one answer serves both.
  const query = useQuery({
    ...trpc.comment.threads.queryOptions({
      ...subject,
      state: 'OPEN',
      regionId: null,
      cursor: null,
      limit: THREADS_ON_PAGE,
    }),
    refetchInterval: LOOK_MS,
  });
  return new Map(query.data?.regions.map(({ regionId, open }) => [regionId, open]));
}
