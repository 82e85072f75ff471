const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const;

const systems = [
  ['Android', /\bAndroid\b/],
  ['iPhone or iPad', /\b(?:iPhone|iPad|iPod)\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

export type Agent = { browser: string | null; system: string | null; handheld: boolean };

/** What a User-Agent header tells people: browser and system by name; null where it tells neither. */
export function describeAgent(header: string | null | undefined): Agent {
  const text = header ?? '';
  const browser = browsers.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const system = systems.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return { browser, system, handheld: /\b(?:Android|iPhone|iPad|iPod|Mobile)\b/.test(text) };
}
