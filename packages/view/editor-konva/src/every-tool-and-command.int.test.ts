import { type Behaviour, behavioursOfCommands, behavioursOfTools } from '@assay/editor/testing';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHand, type Hand, type PointerKind } from './testing/hand.ts';
import { openCanvas } from './testing/open-canvas.ts';

/** In a soak each tool by each kind of pointer and each command by each of its keys; otherwise by one of them. */
const isSoak = Boolean(process.env.ASSAY_SOAK);
const POINTERS: readonly PointerKind[] = ['mouse', 'touch', 'pen'];

let page: Page;
let stop: () => Promise<void>;
let hand: Hand;
/** The kinds of pointer whose events the canvas has heard. */
const heard = () => page.evaluate(() => [...(Reflect.get(window, 'heard') as Set<string>)]);

beforeAll(async () => {
  ({ page, stop } = await openCanvas({ hasTouch: true }));
  hand = await createHand(page);
  await page.evaluate(() => {
    Reflect.set(window, 'heard', new Set());
    const note = ({ pointerType, isTrusted }: PointerEvent) => {
      if (isTrusted) (Reflect.get(window, 'heard') as Set<string>).add(pointerType);
    };
    addEventListener('pointerdown', note, { capture: true });
  });
});
afterAll(() => stop());

/** Does what was asked for come of the acts, and of nothing before them? */
async function prove({ given = [], first = [], acts, told, gives }: Behaviour, kind: PointerKind) {
  const seen = async () => told(await page.evaluate(() => window.canvasPage.seen()));
  await page.evaluate((records) => window.canvasPage.openBehaviour(records), given);
  await page.getByRole('application', { name: 'Canvas' }).focus();
  await page.evaluate(() => (Reflect.get(window, 'heard') as Set<string>).clear());
  await hand.act(first, kind);
  expect(await seen()).not.toEqual(gives);
  await hand.act(acts, kind);
  await expect.poll(seen).toEqual(gives);
}

describe.each(POINTERS)('with a real %s', (kind) => {
  const all = behavioursOfTools();
  // Each tool by one kind at least, and each kind by many tools.
  const mine = isSoak ? all : all.filter((_, at) => POINTERS[at % POINTERS.length] === kind);
  test.each(mine)('the tool %s does what it is there for', async (_, behaviour) => {
    await prove(behaviour, kind);
    expect(await heard()).toEqual([kind]);
  });
});

describe('by a real key', () => {
  test.each(behavioursOfCommands({ allKeys: isSoak }))('%s', async (_, behaviour) => {
    await prove(behaviour, 'mouse');
  });
});
