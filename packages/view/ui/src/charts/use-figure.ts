'use client';

import { useCallback } from 'react';
import { formatNumber } from '../lib/format.ts';
import { useUi } from '../lib/ui-provider.tsx';

/** The chart's own way to write figures, else plain numbers of the locale. */
export function useFigure(format: ((value: number) => string) | undefined): (value: number) => string {
  const { locale } = useUi();
  return useCallback((value: number) => format?.(value) ?? formatNumber(value, locale), [format, locale]);
}
