import { describe, expect, it } from 'vitest';
import { createColumnScanner } from './column-scanner.ts';
import { findCoordinatePairs } from './find-coordinate-pairs.ts';

function summaries(columns: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(columns).map(([name, values]) => {
    const scanner = createColumnScanner(name);
    scanner.add(values);
    return scanner.summary();
  });
}

const north = ['48.8566', '40.7128', '-33.8688'];
const east = ['2.3522', '-74.0060', '151.2093'];

describe('findCoordinatePairs', () => {
  it('joins columns by the rest of their names', () => {
    const pairs = findCoordinatePairs(
      summaries({ drop_lng: east, pickup_lat: north, pickup_lon: east, drop_lat: north }),
    );
    expect(pairs.map((pair) => [pair.latitude, pair.longitude])).toEqual([
      ['pickup_lat', 'pickup_lon'],
      ['drop_lat', 'drop_lng'],
    ]);
  });
  it('takes neighbours named y and x when their decimals are fine', () => {
    expect(findCoordinatePairs(summaries({ x: east, y: north }))).toHaveLength(1);
    expect(findCoordinatePairs(summaries({ x: ['10', '200'], y: ['5', '17'] }))).toEqual([]);
  });
  it('refuses numbers out of range, whole numbers and missing partners', () => {
    expect(
      findCoordinatePairs(summaries({ lat: ['5411200.25', '5411300.75'], lon: ['651000.50', '651100.25'] })),
    ).toEqual([]);
    expect(findCoordinatePairs(summaries({ lat: ['12', '40'], lon: ['2', '3'] }))).toEqual([]);
    expect(findCoordinatePairs(summaries({ lat: north }))).toEqual([]);
  });
});
