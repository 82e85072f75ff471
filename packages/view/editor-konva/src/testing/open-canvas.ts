import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGUMENTS, resolveChromium } from '@assay/testkit';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import type { CanvasPage } from './page.ts';

export type { CanvasPage, Noted } from './page.ts';

declare global {
  interface Window {
    canvasPage: CanvasPage;
  }
}

const PAGE = fileURLToPath(new URL('./page.ts', import.meta.url));
const HTML =
  '<!doctype html><style>body{margin:0}#canvas{position:relative;width:100vw;height:100vh}</style><div id="canvas"></div>';

const ADDRESS = 'http://localhost/';

/** The renderer in a page of its own, in a real browser. */
export async function openCanvas(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; stop: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: [PAGE],
    bundle: true,
    format: 'iife',
    target: 'es2023',
    write: false,
    logLevel: 'error',
  });
  const browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  // Nothing listens there; the browser trusts the address as one that is served securely.
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: outputFiles[0]!.text });
  return { page, stop: () => browser.close() };
}
