import { sourceVersionStatus } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { canMoveSourceVersion, rowsAreShown } from './source-version-state.ts';

describe('source version states', () => {
  it('show rows only when everything was scanned', () => {
    expect(sourceVersionStatus.options.filter(rowsAreShown)).toEqual(['READY']);
  });

  it('never bring an erased version back', () => {
    expect(sourceVersionStatus.options.filter((to) => canMoveSourceVersion('ERASED', to))).toEqual([]);
  });

  it('let a failed version be tried again or thrown away', () => {
    expect(sourceVersionStatus.options.filter((to) => canMoveSourceVersion('FAILED', to))).toEqual([
      'STAGING',
      'COMMITTING',
      'DISCARDED',
    ]);
  });
});
