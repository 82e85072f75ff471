'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { UiLabels } from '../labels.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

export type CopyButtonProps = {
  text: string;
  /** What is copied, e.g. "Copy id"; the default is "Copy". */
  label?: string | undefined;
  showLabel?: boolean | undefined;
  labels?: Partial<UiLabels['common']> | undefined;
};

type State = 'idle' | 'copied' | 'failed';

export function CopyButton({ text, label, showLabel = false, labels }: CopyButtonProps) {
  const t = useLabels('common', labels);
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  const icon = state === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />;
  const message = { idle: '', copied: t.copied, failed: t.copyFailed }[state];
  return (
    <>
      {showLabel ? (
        <Button size="sm" icon={icon} onClick={copy}>
          {message === '' ? (label ?? t.copy) : message}
        </Button>
      ) : (
        <IconButton size="sm" icon={icon} label={label ?? t.copy} onClick={copy} />
      )}
      <span role="status" className="sr-only">
        {message}
      </span>
    </>
  );
}
