import type { Page } from 'playwright-core';
import { settles } from '../support/probes/settles.ts';

/** What lies over the page as it should, and what is there for ears only. */
const APART = '.hide, .skip, .tabs, .send, .sheet, .trial, option, script, style';

const FIND = `(() => {
  const clipOf = (element) => {
    const clip = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 };
    for (let at = element; at !== null; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const box = at.getBoundingClientRect();
      clip.left = Math.max(clip.left, box.left);
      clip.top = Math.max(clip.top, box.top);
      clip.right = Math.min(clip.right, box.right);
      clip.bottom = Math.min(clip.bottom, box.bottom);
    }
    return clip;
  };
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!/\\S/.test(node.data) || element.closest('${APART}') !== null) continue;
    if (getComputedStyle(element).visibility === 'hidden') continue;
    // What is folded has a place, and is not seen.
    const folded = element.closest('details:not([open])');
    if (folded !== null && element.closest('summary') === null) continue;
    const clip = clipOf(element);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const line = {
        node,
        left: Math.max(box.left, clip.left),
        top: Math.max(box.top, clip.top),
        right: Math.min(box.right, clip.right),
        bottom: Math.min(box.bottom, clip.bottom),
      };
      if (line.right - line.left > 2 && line.bottom - line.top > 2) lines.push(line);
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const found = [];
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if (other.top >= one.bottom) break;
      if (other.node === one.node) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = one.bottom - other.top;
      const least = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (wide > 3 && high > least / 2) found.push(one.node.data.trim() + ' | ' + other.node.data.trim());
    }
  });
  return found;
})()`;

/** Words that stand upon other words, two and two. Text of one element lies upon itself only where it was cut off. */
export const overlaps = async (page: Page): Promise<string[]> => {
  await settles(page);
  return page.evaluate<string[]>(FIND);
};
