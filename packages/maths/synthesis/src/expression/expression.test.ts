import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { columnsOf, type ExpressionValue } from './expression.ts';
import { parseExpression } from './parse-expression.ts';

const row: Record<string, ExpressionValue> = {
  age: 40,
  sex: 'F',
  'hours per week': 38.5,
  none: null,
  smokes: 'true',
};
const run = (source: string) => evaluate(parseExpression(source), (name) => row[name] ?? null);

describe('the expression language', () => {
  it.each<[string, ExpressionValue]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-2 ^ 2', -4],
    ['2 ^ 3 ^ 2', 512],
    ['10 - 4 - 3', 3],
    ['-7 % 3', 2],
    ['1.5e3 / 3', 500],
    ["age >= 18 and sex = 'F'", true],
    ["not age < 18 or sex = 'M'", true],
    ["if(sex = 'F', `hours per week` * 2, 0)", 77],
    ['round(2.345, 2)', 2.35],
    ['max(1, age, 3)', 40],
    ["concat(sex, '-', age, '''s')", "F-40's"],
    ["smokes = true and not smokes = 'false'", true],
    ['not age = 40', false],
    ['none + 1', null],
    ['missing(none)', true],
    ['if(missing(none), 0, none)', 0],
    ['1 / 0', null],
    ['sqrt(-1)', null],
    ['missing', null],
  ])('%s is %s', (source, expected) => {
    expect(run(source)).toBe(expected);
  });

  it.each([
    ['1 +', /a value is expected at character 4/],
    ['(1', /\) is expected at character 3/],
    ['1 2', /2 is not expected at character 3/],
    ['a ; b', /; is not understood at character 3/],
    ['process(1)', /there is no function process at character 1/],
    ['constructor(1)', /there is no function constructor/],
    ['abs(1, 2)', /abs takes 1 values/],
    ['('.repeat(200), /./],
    ['-'.repeat(200), /nested too deeply/],
  ])('%s is refused', (source, message) => {
    expect(() => parseExpression(source)).toThrow(message);
  });

  it('tells which columns it reads', () => {
    expect([...columnsOf(parseExpression("if(a > 1, `b c`, lower('d'))"))]).toEqual(['a', 'b c']);
  });
});
