import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, canInstall, onPath } from './programs.ts';

/** What a browser needs to start in a container and to keep off the network. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const inCache = [
  ['chrome-linux', 'chrome'],
  ['chrome-linux64', 'chrome'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win', 'chrome.exe'],
];

/** The newest Chromium that Playwright downloaded for this user, if any. */
function fromPlaywright(): string | undefined {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return undefined;
  const builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  for (const build of builds) {
    for (const parts of inCache) {
      const file = join(folder, build, ...parts);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

const installed = (): string | undefined => onPath(['chromium', 'chromium-browser', 'google-chrome']);

/**
 * The path of a Chromium: `CHROMIUM_PATH`, one on PATH, Playwright's, else installed where this process may.
 * A missing browser is an error that says how to mend it.
 */
export async function resolveChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, and there is no such file. Correct it or unset it.`);
  }
  const found = installed() ?? fromPlaywright();
  if (found !== undefined) return found;
  if (canInstall()) await aptInstall('chromium');
  const now = installed();
  if (now === undefined) {
    throw new Error(
      'These tests need a browser. Install one (sudo apt-get install -y chromium, or npx playwright install chromium) or set CHROMIUM_PATH.',
    );
  }
  return now;
}
