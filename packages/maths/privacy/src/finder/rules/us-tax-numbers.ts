/**
 * US social security number, nine digits: area not 000, 666 or 900-999, group not 00, serial not 0000
 * (Social Security Administration, randomisation rules since 2011).
 */
export function isSsn(digits: string): boolean {
  if (digits.length !== 9) return false;
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || area >= '900') return false;
  return digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
}

/**
 * US individual taxpayer number, nine digits: begins with 9, group 50-65, 70-88, 90-92 or 94-99
 * (Internal Revenue Service, publication 1915).
 */
export function isItin(digits: string): boolean {
  if (digits.length !== 9 || digits.charCodeAt(0) !== 57) return false;
  const group = Number(digits.slice(3, 5));
  return (
    (group >= 50 && group <= 65) ||
    (group >= 70 && group <= 88) ||
    (group >= 90 && group <= 92) ||
    (group >= 94 && group <= 99)
  );
}
