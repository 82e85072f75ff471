'use client';

import { authClient } from './auth-client.ts';

/** Ends this session and leaves with a full page load, so that nothing of it stays in memory. */
export async function signOut(next = '/sign-in'): Promise<void> {
  await authClient.signOut();
  window.location.assign(next);
}
