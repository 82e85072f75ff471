import { describe, expect, it } from 'vitest';
import { driveWith, region } from '../testing/driver.ts';

const PLAN = {
  joints: ['head', 'neck', 'hip'],
  bones: [
    ['head', 'neck'],
    ['neck', 'hip'],
  ] as const,
};
const drawing = () => driveWith({ skeletonOf: () => PLAN }).press('s');
type Driver = ReturnType<typeof drawing>;

const joint = (name: string, x: number, y: number, visibility = 'visible') => ({ name, x, y, visibility });
const joints = (driver: Driver) =>
  driver.regions().map(({ geometry }) => (geometry.kind === 'skeleton' ? geometry.joints : []));
const draft = (driver: Driver) => {
  const record = driver.editor.store.get('skeleton-draft');
  return record?.type === 'skeleton-draft' ? record : undefined;
};

describe('the skeleton tool', () => {
  it('sets joints in the order of the label, and is complete with the last one', () => {
    const driver = drawing().click(10, 10).click(20, 40);
    expect(driver.pointerMove(30, 60).regions()).toEqual([]);
    expect(draft(driver)).toMatchObject({ plan: PLAN, cursor: { x: 30, y: 60 } });
    driver.click(30, 90);
    expect(joints(driver)).toEqual([[joint('head', 10, 10), joint('neck', 20, 40), joint('hip', 30, 90)]]);
    expect(draft(driver)).toBeUndefined();
    expect(driver.selected()).toEqual(['new-1']);
    expect(driver.press('Mod+z').regions()).toEqual([]);
  });

  it('takes occluded and absent joints, by Alt or by keys', () => {
    const driver = drawing().click(10, 10, { alt: true }).press('x').click(999, 90).press('s');
    expect(joints(driver)).toEqual([
      [joint('head', 10, 10, 'occluded'), joint('neck', 10, 10, 'absent'), joint('hip', 400, 90)],
    ]);
    driver.press('s').press('x').click(50, 50).press('o', 'Shift+o', 'o', 'Enter');
    expect(joints(driver)[1]).toMatchObject([
      { name: 'head', visibility: 'absent' },
      joint('neck', 50, 50, 'occluded'),
      { name: 'hip', visibility: 'absent' },
    ]);
  });

  it('takes back joints one by one, brings them back, or takes back all', () => {
    const driver = drawing().click(10, 10).click(20, 40).press('Backspace', 'Mod+y', 'Mod+z');
    expect(draft(driver)?.joints).toHaveLength(1);
    driver.click(25, 45).press('Mod+y').click(30, 90);
    expect(joints(driver)).toMatchObject([[{}, joint('neck', 25, 45), {}]]);
    driver.click(10, 10).press('Esc');
    expect(draft(driver)).toBeUndefined();
    expect(driver.click(10, 10).press('Backspace').editor.state.value).toBe('skeleton.idle');
  });

  it('keeps the label whose joints it sets, unless the one that is chosen meanwhile has the same', () => {
    const label = (labelId: string) => ({ labelId, attributes: {} });
    const other = { joints: ['wheel'], bones: [] };
    const driver = driveWith({ skeletonOf: (chosen) => (chosen?.labelId === 'car' ? other : PLAN) });
    const choose = (labelId: string) =>
      driver.editor.store.update('pen', 'pen', (pen) => ({ ...pen, label: label(labelId) }));
    choose('person');
    driver.press('s').click(10, 10);
    choose('car');
    driver.press('Enter');
    choose('person');
    driver.click(10, 10);
    choose('child');
    driver.press('Enter');
    expect(driver.regions().map((each) => each.label)).toEqual([label('person'), label('child')]);
  });

  it('makes nothing that is nowhere, and nothing of a label without joints', () => {
    expect(drawing().press('x', 'x', 'x').regions()).toEqual([]);
    const without = driveWith({}).press('s').click(10, 10).click(20, 20);
    expect(without.editor.state.value).toBe('skeleton.idle');
    expect(without.regions()).toEqual([]);
  });
});

describe('a joint of a selected skeleton', () => {
  const body = () =>
    driveWith(
      { skeletonOf: () => PLAN },
      region('s', {
        kind: 'skeleton',
        version: 1,
        joints: [joint('head', 100, 100), joint('neck', 150, 100), joint('hip', 0, 0, 'absent')] as never,
      }),
    ).click(120, 100);

  it('is dragged', () => {
    expect(joints(body().drag([150, 100], [180, 120]))).toMatchObject([[{}, joint('neck', 180, 120), {}]]);
  });

  it('that is pointed at becomes occluded, absent or visible by a key', () => {
    const driver = body().pointerMove(149, 101).press('o');
    expect(joints(driver)).toMatchObject([[{}, joint('neck', 150, 100, 'occluded'), {}]]);
    expect(joints(driver.press('Mod+z'))).toMatchObject([[{}, joint('neck', 150, 100), {}]]);
    driver.press('x', 'x').pointerMove(99, 100).press('x');
    // One is left: a skeleton that is nowhere could not be corrected.
    expect(joints(driver)).toMatchObject([
      [joint('head', 100, 100), { visibility: 'absent' }, { visibility: 'absent' }],
    ]);
  });

  it('that is absent is put where the pointer is', () => {
    const driver = body().pointerMove(200, 200).press('Shift+o');
    expect(joints(driver)).toMatchObject([[{}, {}, joint('hip', 200, 200)]]);
  });
});
