import { Button } from '@assay/ui';
import { ArrowRight } from 'lucide-react';

/** The end of a form that begins with a file: what it waits for, and the button that goes on. */
export function SubmitRow({
  label,
  waitsFor,
  ready,
  busy,
}: {
  label: string;
  /** What is to be done first; null where nothing is, or where the form says so itself. */
  waitsFor: string | null;
  ready: boolean;
  busy: boolean;
}) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-3">
      {waitsFor === null ? null : <p className="text-sm text-fg-muted">{waitsFor}</p>}
      <Button
        type="submit"
        variant="primary"
        loading={busy}
        disabled={!ready}
        iconEnd={<ArrowRight aria-hidden />}
      >
        {label}
      </Button>
    </div>
  );
}
