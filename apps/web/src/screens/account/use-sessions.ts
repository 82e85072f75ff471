'use client';

import { useCallback, useEffect, useState } from 'react';
import { authClient } from '~/shell/auth-client.ts';

type Answer = Awaited<ReturnType<typeof authClient.listSessions>>;
export type SessionRow = NonNullable<Answer['data']>[number];

/** The sessions of the signed-in person. The sign-in library shows them only soon after a sign-in. */
export function useSessions() {
  const [sessions, setSessions] = useState<readonly SessionRow[] | null>(null);
  const [problem, setProblem] = useState<'not-fresh' | 'failed' | null>(null);
  const reload = useCallback(async () => {
    try {
      const { data, error } = await authClient.listSessions();
      setSessions(data);
      setProblem(error === null ? null : error.code === 'SESSION_NOT_FRESH' ? 'not-fresh' : 'failed');
    } catch {
      setProblem('failed');
    }
  }, []);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { sessions, problem, reload };
}
