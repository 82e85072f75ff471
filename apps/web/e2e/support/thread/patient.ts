import { expect as baseExpect } from '@playwright/test';

/** The machine is at work beside seven browsers: a page may be slow to come. */
export const PATIENCE = 45_000;
export const expect = baseExpect.configure({ timeout: PATIENCE });
