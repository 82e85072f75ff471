import { expect, it } from 'vitest';
import { drive, polygon, region } from '../testing/driver.ts';
import { carryLabel } from './carry-label.ts';

const label = (labelId: string, attributes: Record<string, string> = {}) => ({ labelId, attributes });

it('attributes of one label are carried one by one', () => {
  const [from, to] = [label('car', { colour: 'red', door: 'open' }), label('car', { colour: 'blue' })];
  const now = label('car', { colour: 'red', door: 'open', wheel: 'flat' });
  expect(carryLabel(from, to, now)).toEqual(label('car', { colour: 'blue', wheel: 'flat' }));
});

it('a label is carried whole, and attributes of one that is gone are not', () => {
  expect(carryLabel(null, label('car'), label('bus'))).toEqual(label('car'));
  expect(carryLabel(label('car'), null, label('car', { door: 'open' }))).toBeNull();
  expect(carryLabel(label('car'), label('bus'), label('car', { door: 'open' }))).toEqual(label('bus'));
  expect(carryLabel(label('car'), label('car', { door: 'open' }), label('bus'))).toEqual(label('bus'));
  expect(carryLabel(label('car'), label('car', { door: 'open' }), null)).toBeNull();
});

it('undo leaves the attributes that others changed, and their label leaves my drag', () => {
  const driver = drive(region('a', polygon([50, 50], [90, 50], [50, 90]), { label: label('car') }));
  const { store } = driver.editor;
  store.update('region', 'a', (now) => ({ ...now, label: label('car', { colour: 'red' }) }));
  driver.drag([55, 55], [75, 55]);
  const moved = polygon([70, 50], [110, 50], [70, 90]);
  const theirs = label('car', { colour: 'red', door: 'open' });
  store.transact(() => store.put(structuredClone({ ...driver.region('a')!, label: theirs })), 'remote');
  expect(driver.region('a')).toMatchObject({ geometry: moved, label: theirs });
  driver.press('Mod+z');
  expect(driver.region('a')).toMatchObject({
    geometry: polygon([50, 50], [90, 50], [50, 90]),
    label: theirs,
  });
  driver.press('Mod+z');
  expect(driver.region('a')?.label).toEqual(label('car', { door: 'open' }));
});
