'use client';

import { ConfirmDialog, Field, Textarea } from '@assay/ui';
import { type ReactNode, useState } from 'react';

/** Asks for the reason of a decision about a release, which is never empty and stays on record. */
export function ReasonDialog({
  title,
  description,
  confirmLabel,
  reasonLabel,
  trigger,
  destructive = false,
  onConfirm,
  children,
}: {
  title: string;
  description: string;
  confirmLabel: string;
  reasonLabel: string;
  trigger: ReactNode;
  destructive?: boolean;
  onConfirm: (reason: string) => Promise<unknown>;
  children?: ReactNode;
}) {
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={title}
      description={description}
      confirmLabel={confirmLabel}
      trigger={trigger}
      destructive={destructive}
      onConfirm={async () => {
        await onConfirm(reason.trim());
        setReason('');
      }}
    >
      {children}
      <Field label={reasonLabel} required>
        <Textarea
          value={reason}
          rows={3}
          maxLength={2000}
          required
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
