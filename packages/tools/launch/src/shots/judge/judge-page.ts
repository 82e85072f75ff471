import type { Box, PageFacts, Problem, TargetFact, TextFact } from './page-facts.ts';

const LEAST_FONT_PX = 12;
const LEAST_TARGET_PX = 24;
/** Fonts and boxes are placed on fractions of a pixel. */
const TOLERANCE_PX = 0.5;
/** Text covers text when it hides this share of the smaller line. */
const COVERED_SHARE = 0.2;
/** A box may cut this much off below, which is the room under letters. */
const CUT_PX = 4;

/** What nobody should see on a page: sideways scrolling, small text, small targets, cut and covered text. */
export function judgePage(facts: PageFacts): Problem[] {
  return [
    ...judgeWidth(facts),
    ...judgeFonts(facts.texts),
    ...judgeTargets(facts.targets),
    ...judgeClipped(facts),
    ...judgeOverlaps(facts.texts),
  ];
}

function judgeWidth({ scrollWidth, clientWidth }: PageFacts): Problem[] {
  if (scrollWidth <= clientWidth) return [];
  return [
    { kind: 'sideways', detail: `the page is ${scrollWidth} px wide in a window of ${clientWidth} px` },
  ];
}

function judgeFonts(texts: readonly TextFact[]): Problem[] {
  return texts
    .filter((each) => each.fontPx < LEAST_FONT_PX - 0.01)
    .map((each) => ({ kind: 'small text', detail: `${each.fontPx} px "${each.text}" in ${each.where}` }));
}

/**
 * WCAG 2.2, 2.5.8: at least 24 by 24 px, or so far from others that circles of 24 px around the middles of small
 * targets touch no other target and no other such circle; links within a sentence are excepted.
 */
function judgeTargets(targets: readonly TargetFact[]): Problem[] {
  const isSmall = ({ box }: TargetFact) =>
    box.width < LEAST_TARGET_PX - TOLERANCE_PX || box.height < LEAST_TARGET_PX - TOLERANCE_PX;
  const problems: Problem[] = [];
  for (const target of targets) {
    if (target.inText || !isSmall(target)) continue;
    const { x, y } = middle(target.box);
    const near = targets.find((other) => {
      if (other === target || contains(other.box, target.box) || contains(target.box, other.box)) {
        return false;
      }
      const its = middle(other.box);
      if (isSmall(other) && Math.hypot(its.x - x, its.y - y) < LEAST_TARGET_PX - TOLERANCE_PX) return true;
      return distance(other.box, x, y) < LEAST_TARGET_PX / 2 - TOLERANCE_PX;
    });
    if (near !== undefined) {
      const { width, height } = target.box;
      problems.push({
        kind: 'small target',
        detail: `${Math.round(width)} x ${Math.round(height)} px "${target.name}" in ${target.where}, beside "${near.name}"`,
      });
    }
  }
  return problems;
}

function judgeClipped({ clipped }: PageFacts): Problem[] {
  return clipped
    .filter(
      ({ content, room, ellipsis }) =>
        !ellipsis && (content.width > room.width + 1 || content.height > room.height + CUT_PX),
    )
    .map(({ where, text, content, room }) => ({
      kind: 'cut text',
      detail: `"${text}" in ${where}: ${content.width} x ${content.height} px in ${room.width} x ${room.height}`,
    }));
}

function judgeOverlaps(texts: readonly TextFact[]): Problem[] {
  const lines = texts
    .flatMap((text) => text.boxes.map((box) => ({ text, box })))
    .sort((a, b) => a.box.y - b.box.y);
  const problems = new Map<string, Problem>();
  for (const [at, one] of lines.entries()) {
    for (let next = at + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (other === undefined || other.box.y > one.box.y + one.box.height) break;
      if (other.text === one.text || !covers(one.box, other.box)) continue;
      const key = `${one.text.where}|${other.text.where}`;
      problems.set(key, {
        kind: 'covered text',
        detail: `"${one.text.text}" in ${one.text.where} and "${other.text.text}" in ${other.text.where}`,
      });
    }
  }
  return [...problems.values()];
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x + TOLERANCE_PX &&
    outer.y <= inner.y + TOLERANCE_PX &&
    outer.x + outer.width >= inner.x + inner.width - TOLERANCE_PX &&
    outer.y + outer.height >= inner.y + inner.height - TOLERANCE_PX
  );
}

/** From a point to the nearest point of a box. */
function distance(box: Box, x: number, y: number): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

function covers(one: Box, other: Box): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 1 || height <= 1) return false;
  const least = Math.min(one.width * one.height, other.width * other.height);
  return (width * height) / least > COVERED_SHARE;
}
