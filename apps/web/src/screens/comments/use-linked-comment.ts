'use client';

import { useParams } from 'next/navigation';
import { useEffect, useState } from 'react';

const HASH = /^#comment-([0-9a-f-]{36})$/;

/** The comment that the address leads to, if it does. */
export function useLinkedComment(): string | null {
  const [linked, setLinked] = useState<string | null>(null);
  // Its object is a new one after each step of the router, also where only the hash has changed.
  const params = useParams();
  useEffect(() => {
    const look = () => setLinked(HASH.exec(window.location.hash)?.[1] ?? null);
    if (params !== null) look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [params]);
  return linked;
}
