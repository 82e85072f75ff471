'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

type Changes = Readonly<Record<string, string | null>>;

/** Filters, search and pages live in the address: a null takes one away. */
export function useUrlParams() {
  const params = useSearchParams();
  const pathname = usePathname();
  const router = useRouter();
  const hrefWith = (changes: Changes): string => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
    }
    const query = next.toString();
    return query === '' ? pathname : `${pathname}?${query}`;
  };
  const replace = (changes: Changes) => router.replace(hrefWith(changes), { scroll: false });
  return { params, hrefWith, replace };
}

const TYPING_PAUSE_MS = 250;

/** A search field whose text is in the address as `search` once the typing pauses; a new search starts at page one. */
export function useSearchText(): { text: string; settled: string; setText: (text: string) => void } {
  const { params, replace } = useUrlParams();
  const settled = params.get('search') ?? '';
  const [text, setText] = useState(settled);
  const latest = useRef(replace);
  latest.current = replace;
  useEffect(() => {
    if (text === settled) return;
    const timer = setTimeout(() => latest.current({ search: text, after: null }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return { text, settled, setText };
}

/** Pages by cursor, in the address as `after`. Going back one page is the browser's own way back. */
export function usePager(): {
  cursor: string | null;
  pages: (next: string | null | undefined) => {
    previous?: string | (() => void) | undefined;
    next?: string | undefined;
  };
} {
  const { params, hrefWith } = useUrlParams();
  const router = useRouter();
  const cursor = params.get('after');
  const trail = useRef<(string | null)[]>([]);
  useEffect(() => {
    const { current } = trail;
    if (current.at(-2) === cursor) current.pop();
    else if (current.at(-1) !== cursor) current.push(cursor);
  }, [cursor]);
  return {
    cursor,
    pages: (next) => ({
      previous:
        cursor === null
          ? undefined
          : () => (trail.current.length > 1 ? router.back() : router.push(hrefWith({ after: null }))),
      next: next === null || next === undefined ? undefined : hrefWith({ after: next }),
    }),
  };
}
