/** Rows of a table that is made up for the pictures: visits to a clinic that does not exist. */
export function visits(rows: number, later: boolean): string {
  const groups = later
    ? ['18-29', '30-44', '45-64', '65+', 'not stated']
    : ['18-29', '30-44', '45-64', '65+'];
  const lines = ['visit,age group,sex,waiting minutes,contact,came back,visited on'];
  for (let row = 0; row < rows; row += 1) {
    const minutes = ((row * 37) % 90) + (later ? 25 : 0);
    lines.push(
      [
        `V-${String(10_000 + row)}`,
        groups[(row * 7 + (row >> 3)) % groups.length],
        row % 3 === 0 ? 'male' : 'female',
        row % 17 === 0 ? '' : minutes,
        `person.${row % 120}@mail.example`,
        (row * 13) % 5 < (row % 3 === 0 ? 1 : 3) ? 'yes' : 'no',
        `2024-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`,
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Figures without anything about people. */
export function readings(rows: number): string {
  const lines = ['reading,pressure'];
  for (let row = 0; row < rows; row += 1) lines.push(`${((row * 29) % 101) / 4},${1000 + ((row * 7) % 30)}`);
  return `${lines.join('\n')}\n`;
}
