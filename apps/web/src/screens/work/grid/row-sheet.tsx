'use client';

import type { WorkContext } from '@assay/contracts';
import { annotationOf, type BrokenCheck, draftFields, type KeysInForce } from '@assay/domain';
import { Card, Sheet } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AnswerCards } from '../answer-panel.tsx';
import { BrokenChecks } from '../broken-checks.tsx';
import type { Fields, HeldTask } from '../desk/desk-types.ts';
import { proposedOf } from '../desk/proposed-of.ts';
import { rowOf } from '../desk/row-of.ts';
import { labelIdsOf } from '../label-ids.ts';
import { RowTable } from '../row-table.tsx';

/** One row of the grid with all that is known of it and asked of it, as one at a time shows it. */
export function RowSheet({
  held,
  keys,
  context,
  checks,
  questionId,
  onEdit,
  onOpenChange,
}: {
  held: HeldTask;
  keys: KeysInForce;
  context: WorkContext | null;
  checks: (row: ReturnType<typeof rowOf>, labelIds: readonly string[]) => readonly BrokenCheck[];
  /** Where it was opened. */
  questionId: string | null;
  onEdit: (set: Fields) => void;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('work');
  const [active, setActive] = useState(questionId);
  const [column, setColumn] = useState<string | null>(null);
  const payload = annotationOf(draftFields(held.draft));
  const row = rowOf(held);
  const broken = checks(row, labelIdsOf(payload));
  return (
    <Sheet open onOpenChange={onOpenChange} title={t('row', { row: held.task.row + 1 })} width="lg">
      <div className="flex flex-col gap-4">
        <BrokenChecks broken={broken} />
        <AnswerCards
          held={held}
          keys={keys}
          payload={payload}
          proposed={proposedOf(held)}
          labelModel={context?.labelModel ?? null}
          problems={[]}
          isComplete
          activeId={active}
          column={column}
          onActive={setActive}
          onColumn={setColumn}
          onEdit={onEdit}
        />
        <Card flush>
          <RowTable
            held={held}
            context={context}
            answers={payload.answers}
            broken={broken}
            column={column}
            onColumn={setColumn}
          />
        </Card>
      </div>
    </Sheet>
  );
}
