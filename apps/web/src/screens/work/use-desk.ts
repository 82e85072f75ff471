'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPCClient } from '~/trpc/client.tsx';
import { createDesk, type Desk } from './desk/desk.ts';
import { openDeskStore } from './desk/desk-store.ts';
import type { DeskState } from './desk/desk-types.ts';

const nothing = () => () => undefined;

/** The desk of this tab, once the browser's store is open; `broken` where the browser keeps nothing. */
export function useDesk(
  projectId: string,
  batchId: string | null,
  place: 'row' | 'grid',
  returnId?: string,
): { desk: Desk | null; state: DeskState | null; broken: boolean } {
  const api = useTRPCClient();
  const { person } = useOrg();
  const [desk, setDesk] = useState<Desk | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let opened: Desk | null = null;
    let stopped = false;
    openDeskStore().then(
      (store) => {
        if (stopped) return;
        const returned = returnId === undefined ? {} : { returnId };
        opened = createDesk({ api, store, personId: person.id, projectId, batchId, place, ...returned });
        setDesk(opened);
        void opened.start();
      },
      () => setBroken(true),
    );
    return () => {
      stopped = true;
      if (place === 'grid') opened?.giveBack();
      opened?.stop();
    };
  }, [api, person.id, projectId, batchId, place, returnId]);
  const state = useSyncExternalStore(
    desk?.subscribe ?? nothing,
    () => desk?.state() ?? null,
    () => null,
  );
  return { desk, state, broken };
}
