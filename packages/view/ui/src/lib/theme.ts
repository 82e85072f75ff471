export type Theme = 'light' | 'dark' | 'system';

/** Whether a stored value is a theme; for the server, which writes `<html data-theme>` from a cookie. */
export function isTheme(value: unknown): value is Theme {
  return value === 'light' || value === 'dark' || value === 'system';
}
