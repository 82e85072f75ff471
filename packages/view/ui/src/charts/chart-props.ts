import type { ReactNode } from 'react';

export type ChartCommon = {
  title: string;
  hideTitle?: boolean | undefined;
  description?: ReactNode;
  actions?: ReactNode;
  height?: number | undefined;
  /** How figures are written; the locale's plain numbers when absent. */
  format?: ((value: number) => string) | undefined;
};
