import { expect, it } from 'vitest';
import { readableAddress } from '../../web/model/address.ts';

it.each([
  ['/desk/cases/LZ2026-0001%', '/desk/cases/LZ2026-0001%25'],
  ['/desk/cases/LZ2026-0001%/print?x=100%25', '/desk/cases/LZ2026-0001%25/print?x=100%25'],
  ['/desk/cases/%E0%A4%A', '/desk/cases/%25E0%25A4%25A'],
])('%s is looked for as it was typed', (typed, read) => {
  expect(readableAddress(typed)).toBe(read);
  expect(readableAddress(read)).toBe(read);
});
it.each(['/desk/cases/LZ2026-0001', '/desk/cases/%E9%9B%B7', '/desk/cases?text=100%'])('%s stays', (url) => {
  expect(readableAddress(url)).toBe(url);
});
