const ROWS = 400;

/**
 * A made-up table in which the columns go together: pay follows experience, and the grade follows pay. Columns drawn
 * by themselves lose that, which a report must find.
 */
export function wagesCsv(): string {
  let state = 7;
  // A linear congruential draw (Park and Miller 1988): the same table each time.
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const lines = Array.from({ length: ROWS }, () => {
    const experience = Math.floor(draw() * 30);
    const pay = 20 + experience * 2 + Math.floor(draw() * 8);
    return [experience, pay, pay > 52 ? 'senior' : 'junior', draw() < 0.5 ? 'north' : 'south'].join(',');
  });
  return ['experience,pay,grade,area', ...lines].join('\n');
}
