import { scenarioMinimum } from '@assay/contracts';
import { expect, it } from 'vitest';
import { percentOf, shareOfPercent } from './minimum-text.ts';

it('keeps a percentage of up to four decimals as it was typed', () => {
  for (let tenThousandths = 1; tenThousandths <= 1_000_000; tenThousandths += 997) {
    const percent = tenThousandths / 10_000;
    const share = scenarioMinimum.parse(shareOfPercent(percent));
    expect(share).toEqual({ kind: 'share', numerator: tenThousandths, denominator: 1_000_000 });
    if (share.kind === 'share') expect(percentOf(share)).toBe(percent);
  }
  expect(shareOfPercent(0)).toBeNull();
  expect(shareOfPercent(100.001)).toBeNull();
});
