import type { AcceptanceLine } from '../acceptance-line.ts';
import { line1 } from './line-1.ts';
import { line2 } from './line-2.ts';
import { line3 } from './line-3.ts';
import { line4 } from './line-4.ts';
import { line5 } from './line-5.ts';
import { line6 } from './line-6.ts';

/** Label, review, version, release: the thread complete. */
export const issueThree: readonly AcceptanceLine[] = [line1, line2, line3, line4, line5, line6];
