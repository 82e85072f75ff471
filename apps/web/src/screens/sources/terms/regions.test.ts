import { sourceTerms } from '@assay/contracts';
import { expect, it } from 'vitest';
import { regionName, regionOptions } from './regions.ts';

it('offers the 249 countries of ISO 3166-1, each once and with a code that terms take', () => {
  const options = regionOptions();
  expect(options).toHaveLength(249);
  expect(new Set(options.map((each) => each.value)).size).toBe(249);
  const { jurisdictions } = sourceTerms.shape;
  expect(jurisdictions.safeParse(options.slice(0, 50).map((each) => each.value)).success).toBe(true);
  for (const { value, label } of options) expect(label, value).not.toBe(value);
});

it('names parts of countries by their code', () => {
  expect(regionName('US')).toBe('United States');
  expect(regionName('US-CA')).toBe('United States (US-CA)');
});
