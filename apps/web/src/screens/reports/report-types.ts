import type { AppRouter } from '@assay/api';
import type { GateResult, Verdict } from '@assay/contracts';
import type { Tone } from '@assay/ui';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['report'];
export type ReportView = Output['get'];
export type ListedReport = Output['list']['reports'][number];
export type Comparison = Output['compare'];

export const verdictTone: Record<Verdict, Extract<Tone, 'good' | 'warn' | 'bad'>> = {
  passed: 'good',
  incomplete: 'warn',
  failed: 'bad',
};

export const gateTone: Record<GateResult['status'], Tone> = {
  green: 'good',
  amber: 'warn',
  red: 'bad',
  failed: 'bad',
  'not-assessed': 'neutral',
};

export const isOpen = (status: ReportView['status']): boolean => status === 'QUEUED' || status === 'RUNNING';
