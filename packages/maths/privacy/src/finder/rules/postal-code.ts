const UK_AREAS = new Set(
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  ),
);

/** British form, for example one or two letters, one or two characters, a space, a digit and two letters. */
export function isUkPostcode(upper: string): boolean {
  const parts = /^([A-Z]{1,2})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}$/.exec(upper);
  return parts !== null && UK_AREAS.has(parts[1] ?? '');
}

export function looksLikeUkPostcode(upper: string): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/.test(upper);
}

/** Canadian form: letter digit letter, space, digit letter digit, without the letters that Canada Post omits. */
export function isCanadianPostalCode(upper: string): boolean {
  return /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d$/.test(upper);
}

export function looksLikeCanadianPostalCode(upper: string): boolean {
  return /^[A-Z]\d[A-Z][ -]?\d[A-Z]\d$/.test(upper);
}

/** Dutch form: four digits not beginning with 0, a space, two capitals. */
export function isDutchPostcode(upper: string): boolean {
  return /^[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}$/.test(upper);
}

/** Irish form: a routing key and a four-character identifier. */
export function isEircode(upper: string): boolean {
  return /^(?:[AC-FHKNPRTV-Y]\d\d|D6W) [0-9AC-FHKNPRTV-Y]{4}$/.test(upper) && /[A-Z]/.test(upper.slice(4));
}

/** ZIP+4 of the United States. */
export function isZipPlusFour(text: string): boolean {
  return /^\d{5}-\d{4}$/.test(text) && !text.startsWith('00000');
}

/**
 * Any form a postal code takes: 3 to 10 characters, digits with at most one space or hyphen, an optional country
 * prefix or a letter pattern. Only with a column name that says so is this a postal code.
 */
export function hasPostalShape(text: string): boolean {
  if (text.length < 3 || text.length > 10) return false;
  return (
    /^(?:[A-Z]{1,2}-)?\d{3,7}(?:[ -]\d{2,4})?(?:\.0)?$/i.test(text) ||
    /^\d{2}[ -.]\d{3}$/.test(text) ||
    /^(?:[A-Z]{1,3}[ -]?)\d{2,5}(?:[ -]?[A-Z0-9]{1,4})?$/i.test(text) ||
    looksLikeUkPostcode(text.toUpperCase()) ||
    /^(?:\d{4} ?[A-Z]{2}|[A-Z]\d[A-Z\d]? ?-?\d[A-Z\d]{2}|[A-Z]\d{4}[A-Z]{3}|[A-Z0-9]{3} [A-Z0-9]{4})$/i.test(
      text,
    )
  );
}
