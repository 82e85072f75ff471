/**
 * Luhn check (ISO/IEC 7812-1, annex B): true when the digit string's weighted sum is a multiple of ten.
 * Input: decimal digits only, at least two; anything else is false.
 */
export function passesLuhn(digits: string): boolean {
  if (digits.length < 2) return false;
  let sum = 0;
  let double = false;
  for (let i = digits.length - 1; i >= 0; i--) {
    const value = digits.charCodeAt(i) - 48;
    if (value < 0 || value > 9) return false;
    const weighted = double ? value * 2 : value;
    sum += weighted > 9 ? weighted - 9 : weighted;
    double = !double;
  }
  return sum % 10 === 0;
}
