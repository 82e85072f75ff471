/** Four significant digits, as a person would write it. */
export const fourDigits = (value: number): string => String(Number(value.toPrecision(4)));
