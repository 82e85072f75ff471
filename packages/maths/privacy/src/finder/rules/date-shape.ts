const MONTHS = new Map<string, number>();
const NAMES = [
  'jan january januar janvier enero gennaio janeiro januari styczen stycznia ocak ianuarie sijecanj tammikuu leden ledna',
  'feb february februar fevrier febrero febbraio fevereiro februari luty lutego subat februarie veljaca helmikuu unor unora',
  'mar march marz maerz mars marzo marco maart mrz marzec marca mart martie ozujak maaliskuu brezen brezna',
  'apr april avril abril aprile abr avr kwiecien kwietnia nisan aprilie travanj huhtikuu duben dubna',
  'may mai mayo maggio maio mei maj maja mayis svibanj toukokuu kveten kvetna',
  'jun june juni juin junio giugno junho czerwiec czerwca haziran iunie lipanj kesakuu cerven cervna',
  'jul july juli juillet julio luglio julho lipiec lipca temmuz iulie srpanj heinakuu cervenec cervence',
  'aug august aout agosto augustus augusti sierpien sierpnia agustos kolovoz elokuu srpen srpna ago aou',
  'sep sept september septembre septiembre settembre setembro wrzesien wrzesnia eylul septembrie rujan syyskuu zari set',
  'oct october oktober octobre octubre ottobre outubro pazdziernik pazdziernika ekim octombrie listopad lokakuu rijen rijna okt out ott',
  'nov november novembre noviembre novembro listopada kasim noiembrie studeni marraskuu',
  'dec december dezember decembre diciembre dicembre dezembro grudzien grudnia aralik decembrie prosinac joulukuu prosinec dez dic des',
];
NAMES.forEach((line, index) => {
  for (const name of line.split(' ')) if (!MONTHS.has(name)) MONTHS.set(name, index + 1);
});

/** Month 1-12 of a folded month name or abbreviation in the larger European languages; 0 when it is none. */
export function monthOf(folded: string): number {
  return MONTHS.get(folded) ?? 0;
}

/**
 * Year of a date written as three numbers in the usual orders (year first, or year last with two or four digits);
 * 0 when day, month or year are out of range. Two-digit years below 30 are taken as 20xx.
 */
export function yearOfGroups(a: string, b: string, c: string): number {
  const x = Number(a);
  const y = Number(b);
  const z = Number(c);
  if (a.length === 4 && b.length <= 2 && c.length <= 2) {
    return x >= 1800 && x <= 2199 && y >= 1 && y <= 12 && z >= 1 && z <= 31 ? x : 0;
  }
  if (a.length > 2 || b.length > 2 || !dayMonth(x, y)) return 0;
  if (c.length === 4) return z >= 1800 && z <= 2199 ? z : 0;
  if (c.length === 2) return z < 30 ? 2000 + z : 1900 + z;
  return 0;
}

function dayMonth(p: number, q: number): boolean {
  return p >= 1 && q >= 1 && p <= 31 && q <= 31 && (p <= 12 || q <= 12);
}
