import { expect, test } from 'vitest';
import { jsonPlaces, lineOfPath } from './json-places.ts';

const text = `{
  "questions": [
    { "name": "One \\" two", "labels": [] },
    {
      "name": "Two",
      "min": -1.5e3
    }
  ]
}
`;

test.each([
  ['', 1],
  ['questions', 2],
  ['questions.0.name', 3],
  ['questions.1', 4],
  ['questions.1.name', 5],
  ['questions.1.min', 6],
  // What is not there is where it would be.
  ['questions.1.labels.3.key', 4],
  ['nothing', 1],
])('%s stands on line %i', (path, line) => {
  expect(lineOfPath(text, jsonPlaces(text), path)).toBe(line);
});

test.each(['{"a": [1, 2,]}', '{"a" 1}', '[1', '', '{"a": nope}', '{} {}', '["\u0001"]'])(
  'stops where it is no JSON: %s',
  (broken) => {
    expect(() => JSON.parse(broken)).toThrow();
    expect(jsonPlaces(broken).stopsAt).not.toBeNull();
  },
);

test.each(['{}', '[]', ' [1, {"a": null}] ', '"\\u00e9"', '-0.5', 'true'])('reads %s to its end', (whole) => {
  JSON.parse(whole);
  expect(jsonPlaces(whole).stopsAt).toBeNull();
});
