'use client';

import { type ReviewFault, reviewFaults } from '@assay/contracts';
import { Checkbox } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** What is wrong, chosen from the taxonomy. */
export function FaultChoice({
  legend,
  faults,
  onChange,
}: {
  legend: string;
  faults: readonly ReviewFault[];
  onChange: (faults: ReviewFault[]) => void;
}) {
  const t = useTranslations('review.faults');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      <div className="grid grid-cols-1 gap-x-4 gap-y-2 min-[28rem]:grid-cols-2">
        {reviewFaults.map((fault) => (
          <Checkbox
            key={fault}
            label={t(fault)}
            checked={faults.includes(fault)}
            onChange={(checked) =>
              onChange(checked ? [...faults, fault] : faults.filter((each) => each !== fault))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
