import type { Numbers } from '@assay/stats';
import type { Control } from '../control.ts';
import type { BoostingSettings } from './settings.ts';

export type BoostingOptions = {
  /** A weight from 0 for each row; 1 when left out. */
  readonly weights?: Numbers;
  /** Holds a tenth of the rows out, by this seed, and stops when their loss no longer falls. */
  readonly earlyStopping?: { readonly seed: string | number };
  /** Settings other than the documented ones. */
  readonly settings?: Partial<BoostingSettings>;
  readonly control?: Control;
};
