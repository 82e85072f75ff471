'use client';

import { activeAt, awayAt, noTime } from '@assay/domain';
import { useCallback, useEffect, useRef } from 'react';
import { useActivity } from '../work/use-activity.ts';

/** More than that is no work on one sample. */
const DAY_MS = 86_400_000;

/** Time at work on what a page shows, since it was opened: being away from it or idle does not count. */
export function useTimeAtWork(): () => number {
  const time = useRef(noTime);
  const sign = useCallback(() => {
    time.current = activeAt(time.current, performance.now());
  }, []);
  const away = useCallback(() => {
    time.current = awayAt(time.current, performance.now());
  }, []);
  useActivity(sign, away);
  useEffect(sign, [sign]);
  return useCallback(() => Math.min(DAY_MS, Math.round(activeAt(time.current, performance.now()).ms)), []);
}
