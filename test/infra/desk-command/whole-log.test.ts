import { expect, it } from 'vitest';
import { type Answered, askWhole } from '../../../infra/local/console/client.ts';

const pages: Readonly<Record<string, Answered>> = {
  '': { ok: true, body: { intact: true, entries: [1, 2], next: 'a+b' } },
  '?cursor=a%2Bb': { ok: true, body: { intact: true, entries: [3], next: 'c' } },
  '?cursor=c': { ok: true, body: { intact: true, entries: [4], next: null } },
};
const asked: string[] = [];
const askPage = async (more: string): Promise<Answered> => {
  asked.push(more);
  return pages[more]!;
};

it('a log is brought page by page, any other list as its first page', async () => {
  expect((await askWhole('list', askPage)).body).toMatchObject({ entries: [1, 2] });
  expect(asked.splice(0)).toEqual(['']);
  expect((await askWhole('log', askPage)).body).toEqual({ intact: true, entries: [1, 2, 3, 4], next: null });
  expect(asked).toEqual(['', '?cursor=a%2Bb', '?cursor=c']);
});

it('a page that is refused is the answer', async () => {
  const refused = { ok: false, body: { code: 'CASE_UNKNOWN' } };
  const answers = [{ ok: true, body: { entries: [], next: 'x' } }, refused];
  expect(await askWhole('log', async () => answers.shift()!)).toEqual(refused);
});
