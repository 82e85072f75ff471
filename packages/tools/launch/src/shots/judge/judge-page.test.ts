import { describe, expect, it } from 'vitest';
import { judgeFocus } from './judge-focus.ts';
import { judgePage } from './judge-page.ts';
import type { PageFacts, TargetFact, TextFact } from './page-facts.ts';

const CLEAN: PageFacts = { scrollWidth: 390, clientWidth: 390, texts: [], targets: [], clipped: [] };

const text = (words: string, fontPx: number, x: number, y: number): TextFact => ({
  where: `p.${words}`,
  text: words,
  fontPx,
  boxes: [{ x, y, width: 100, height: 16 }],
});
const target = (name: string, x: number, y: number, size: number, inText = false): TargetFact => ({
  where: `button.${name}`,
  name,
  box: { x, y, width: size, height: size },
  inText,
});
const kinds = (facts: Partial<PageFacts>) => judgePage({ ...CLEAN, ...facts }).map((each) => each.kind);

describe('judging a page', () => {
  it('finds nothing on a page that is as it should be', () => {
    expect(
      kinds({
        texts: [text('one', 12, 0, 0), text('two', 16, 0, 20), text('beside', 14, 101, 0)],
        targets: [target('a', 0, 0, 24), target('b', 24, 0, 24)],
      }),
    ).toEqual([]);
  });

  it('finds sideways scrolling, small text and a small target among others', () => {
    expect(
      kinds({
        scrollWidth: 412,
        texts: [text('tiny', 10, 0, 0)],
        targets: [target('small', 0, 0, 16), target('big', 17, 0, 40)],
      }),
    ).toEqual(['sideways', 'small text', 'small target']);
  });

  it('lets a small target stand alone, and a link in a sentence', () => {
    expect(kinds({ targets: [target('alone', 0, 0, 16), target('far', 60, 60, 16)] })).toEqual([]);
    expect(kinds({ targets: [target('link', 0, 0, 16, true), target('beside', 17, 0, 40)] })).toEqual([]);
  });

  it('lets two small targets whose circles do not touch be, and no others', () => {
    expect(kinds({ targets: [target('one', 0, 0, 20), target('two', 24, 0, 20)] })).toEqual([]);
    expect(kinds({ targets: [target('one', 0, 0, 20), target('two', 21, 0, 20)] })).toEqual([
      'small target',
      'small target',
    ]);
  });

  it('finds text that is cut without an ellipsis', () => {
    const clip = { where: 'td', text: 'a long name', room: { width: 50, height: 20 } };
    const wide = { width: 90, height: 20 };
    expect(kinds({ clipped: [{ ...clip, content: wide, ellipsis: false }] })).toEqual(['cut text']);
    expect(kinds({ clipped: [{ ...clip, content: wide, ellipsis: true }] })).toEqual([]);
    expect(kinds({ clipped: [{ ...clip, content: { width: 50, height: 60 }, ellipsis: false }] })).toEqual([
      'cut text',
    ]);
  });

  it('finds text that lies on text, once for each pair', () => {
    expect(kinds({ texts: [text('below', 14, 0, 0), text('above', 14, 50, 4)] })).toEqual(['covered text']);
    // Lines that stand close touch by their room above and below.
    expect(kinds({ texts: [text('first', 14, 0, 0), text('second', 14, 0, 14)] })).toEqual([]);
  });
});

describe('judging the keyboard', () => {
  const control = (name: string, group: number | null = null) => ({ where: 'form', name, group });
  const at = (place: number | null, visible = true) => ({ control: place, where: `stop ${place}`, visible });

  it('wants each control reached, and one of each group', () => {
    const controls = [control('first'), control('tab one', 0), control('tab two', 0), control('last')];
    expect(judgeFocus(controls, [at(0), at(1), at(3)])).toEqual([]);
    expect(judgeFocus(controls, [at(0), at(3)]).map((each) => each.detail)).toEqual([
      '"tab one" in form',
      '"tab two" in form',
    ]);
  });

  it('wants the focus to be seen wherever it is', () => {
    expect(judgeFocus([control('first')], [at(0, false), at(null, false), at(null, false)])).toEqual([
      { kind: 'focus not visible', detail: 'stop 0' },
      { kind: 'focus not visible', detail: 'stop null' },
    ]);
  });
});
