import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildVerifyPage } from '../index.ts';

const script = '"use strict";(()=>{console.log("é")})();';
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('buildVerifyPage', () => {
  const page = buildVerifyPage({ script });

  it('allows only its own script and style, and no request', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).toContain(`<script>${script}</script>`);
    expect(page).not.toMatch(/https?:|\son[a-z]+=|\sstyle=|url\(|@import/);
  });

  it('names every field, and every name has its field', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const pointed = [...page.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)];
    for (const id of pointed.flatMap(([, list]) => list?.split(' ') ?? [])) expect(ids).toContain(id);
    expect(page).toMatch(/<html lang="en">/);
  });

  it.each(['a</script>b', 'a</SCRIPT >b', 'a<!--b'])('refuses the script %s', (bad) => {
    expect(() => buildVerifyPage({ script: bad })).toThrow(RangeError);
  });
});
