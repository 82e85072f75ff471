import { CHROMIUM_ARGUMENTS, resolveChromium } from '@assay/testkit';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgePage } from '../judge/judge-page.ts';
import { checkAxe } from './check-axe.ts';
import { collectFacts } from './collect-facts.ts';
import { walkByKeyboard } from './walk-by-keyboard.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await resolveChromium(),
    args: [...CHROMIUM_ARGUMENTS],
  });
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  page = await context.newPage();
  await page.addInitScript('globalThis.__name = (value) => value');
});
afterAll(() => browser.close());

/** A page with this content. */
async function show(body: string): Promise<void> {
  await page.goto(
    `data:text/html,${encodeURIComponent(`<!doctype html><html lang="en"><title>Planted</title><main style="font:16px sans-serif">${body}</main></html>`)}`,
  );
}
const kinds = async () => [...new Set(judgePage(await page.evaluate(collectFacts)).map((each) => each.kind))];

describe('what is measured in a browser', () => {
  it('is without fault on a page that has none', async () => {
    await show('<h1>Title</h1><p>Words with <a href="/">a link</a> in them.</p><button>Press this</button>');
    expect(await kinds()).toEqual([]);
    expect(await walkByKeyboard(page)).toEqual([]);
  });

  it('shows each fault that is planted', async () => {
    await show(`<h1>Title</h1>
      <p style="font-size:10px">ten pixels</p>
      <div style="width:600px">wide</div>
      <button style="width:16px;height:16px;padding:0">a</button><button style="width:16px;height:16px;padding:0">b</button>
      <div style="width:60px;overflow:hidden;white-space:nowrap">cut in the middle of it</div>
      <div style="position:relative"><p style="position:absolute;top:0">one text</p><p style="position:absolute;top:4px">another text</p></div>`);
    expect(await kinds()).toEqual(['sideways', 'small text', 'small target', 'cut text', 'covered text']);
  });

  it('leaves out what is only for screen readers, and what ends with an ellipsis', async () => {
    await show(`<h1>Title</h1>
      <span style="position:absolute;width:1px;height:1px;overflow:hidden;font-size:8px">only heard</span>
      <div style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">cut with an ellipsis</div>`);
    expect(await kinds()).toEqual([]);
  });

  it('shows what the keyboard does not reach and where the focus is not seen', async () => {
    await show(`<h1>Title</h1><button tabindex="-1">Not reached</button>
      <button style="outline:none">Not seen</button>`);
    expect((await walkByKeyboard(page)).map((each) => each.kind)).toEqual([
      'not by keyboard',
      'focus not visible',
    ]);
  });

  it('walks from the top of a page that has focused something itself', async () => {
    await show(
      '<h1>Title</h1><button>First</button><button id="itself">Second</button><button>Third</button>',
    );
    await page.focus('#itself');
    expect(await walkByKeyboard(page)).toEqual([]);
  });

  it('shows what axe finds', async () => {
    await show('<h1>Title</h1><img src="data:,">');
    expect((await checkAxe(page)).map((each) => each.detail.split(':')[0])).toContain('image-alt');
  });
});
