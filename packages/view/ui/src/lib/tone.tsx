import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'info';

export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-sunken text-fg-secondary border-line',
  accent: 'bg-accent-soft text-accent-text border-accent/30',
  good: 'bg-good-soft text-good-text border-good-line',
  warn: 'bg-warn-soft text-warn-text border-warn-line',
  bad: 'bg-bad-soft text-bad-text border-bad-line',
  info: 'bg-info-soft text-info-text border-info-line',
};

export const toneText: Record<Tone, string> = {
  neutral: 'text-fg-muted',
  accent: 'text-accent-text',
  good: 'text-good-text',
  warn: 'text-warn-text',
  bad: 'text-bad-text',
  info: 'text-info-text',
};

export const toneFill: Record<Tone, string> = {
  neutral: 'bg-line-strong',
  accent: 'bg-accent',
  good: 'bg-good',
  warn: 'bg-warn',
  bad: 'bg-bad',
  info: 'bg-info',
};

const icons = {
  neutral: Info,
  accent: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  info: Info,
};

export function ToneIcon({ tone, className }: { tone: Tone; className?: string | undefined }) {
  const Icon = icons[tone];
  return <Icon aria-hidden className={className} />;
}
