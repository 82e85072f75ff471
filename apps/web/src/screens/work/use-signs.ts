'use client';

import { useCallback, useEffect } from 'react';
import type { Desk } from './desk/desk.ts';
import { useActivity } from './use-activity.ts';

/** Time at work: what the person does counts as a sign of them, leaving the page ends it. */
export function useSigns(desk: Desk, taskId: string): void {
  useActivity(
    useCallback(() => desk.sign(), [desk]),
    useCallback(() => desk.away(), [desk]),
  );
  // Reading begins when the row is there.
  useEffect(() => desk.sign(), [desk, taskId]);
}
