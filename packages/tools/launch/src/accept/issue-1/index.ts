import type { AcceptanceLine } from '../acceptance-line.ts';
import { line1 } from './line-1.ts';
import { line2 } from './line-2.ts';
import { line3 } from './line-3.ts';
import { line4 } from './line-4.ts';
import { line5 } from './line-5.ts';
import { line6 } from './line-6.ts';
import { line7 } from './line-7.ts';
import { line8 } from './line-8.ts';

/** Ground: one command, accounts, ledger, jobs, and real data in. */
export const issueOne: readonly AcceptanceLine[] = [line1, line2, line3, line4, line5, line6, line7, line8];
