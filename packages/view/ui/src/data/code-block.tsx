'use client';

import { CopyButton } from '../actions/copy-button.tsx';
import { ScrollRegion } from './scroll-region.tsx';

export type CodeBlockProps = {
  code: string;
  /** Names it, e.g. "Command to run". */
  label: string;
  copyLabel?: string | undefined;
};

export function CodeBlock({ code, label, copyLabel }: CodeBlockProps) {
  return (
    <div className="flex min-w-0 items-start gap-1 rounded-lg border border-line bg-sunken">
      <ScrollRegion label={label} className="min-w-0 flex-1 rounded-l-lg">
        <pre className="px-4 py-3 font-mono text-xs leading-5 text-fg whitespace-pre-wrap wrap-anywhere">
          <code>{code}</code>
        </pre>
      </ScrollRegion>
      <div className="p-1.5">
        <CopyButton text={code} label={copyLabel} />
      </div>
    </div>
  );
}
