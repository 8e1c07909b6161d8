import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openDevice } from './support/browser.ts';
import { type OpenBureau, openBureau } from './support/bureau.ts';
import { type PersonAtDesk, personAt } from './support/person.ts';

let bureau: OpenBureau;
let hohhot: OpenBureau;
beforeAll(async () => {
  bureau = await openBureau({ at: '2026-03-02T22:50:00+08:00' });
  hohhot = await openBureau({ bureau: 'hohhot', at: '2026-03-02T22:50:00+08:00' });
});
afterAll(async () => {
  await closeBrowser();
  await Promise.all([bureau.close(), hohhot.close()]);
});

it('has room on its cover for a long title, many sources and long numbers', async () => {
  const caseId = await openCase(bureau, '网帖称买到过期酸奶。', {
    title:
      '某连锁超市被多名顾客指控长期销售更改生产日期的进口乳制品并拒绝退货且店员辱骂顾客视频在多个平台大量转发引发网民持续关注',
    unit: 'equipment',
  });
  for (const number of [1, 2, 3, 4])
    await bureau.act('officeHead', caseId, {
      type: 'AddSource',
      source: {
        kind: '湛江市局交办',
        reference: `湛市监舆交〔2026〕3${number}号`,
        receivedAt: '2026-03-02T22:50:00+08:00',
      },
    });
  const path = `/desk/cases/${caseId}/print`;
  const clerk = await personAt(bureau, 'officeHead', { size: 'pc', path });
  await clerk.page.locator('article.paper').nth(1).waitFor();
  await expect.poll(() => clerk.button('打印').isEnabled()).toBe(true);
  expect(await clerk.text()).not.toContain('超出纸面');
  await clerk.leave();
});

it('shows the whole sheet on a phone, and knows that all is on it', async () => {
  const caseId = await openCase(bureau, '网帖称买到过期酸奶。'.repeat(30));
  const path = `/desk/cases/${caseId}/print`;
  const clerk = await personAt(bureau, 'officeHead', { size: 'phone', path });
  const sheet = clerk.page.locator('article.paper').nth(1);
  await sheet.waitFor();
  await expect.poll(() => clerk.button('打印').isEnabled()).toBe(true);
  expect((await sheet.boundingBox())!.width).toBeLessThanOrEqual(360);
  await clerk.picture('paper');
  await clerk.leave();
});

const openCase = async (at: OpenBureau, text: string, more: object = {}): Promise<string> =>
  (
    await at.open('officeHead', {
      title: '某食品厂问题产品',
      text,
      sources: [{ kind: 'monitored' }],
      level: at === bureau ? 'orange' : 'minor',
      ...more,
    })
  ).case;

/** What stands on a page of paper, and where, in millimetres from its upper edge. */
interface Sheet {
  folio: string;
  /** The names of the columns of each table on it. */
  heads: number[];
  /** How many rows it has that stand in no table with a head. */
  bare: number;
  bottom: number;
  right: number;
  rows: string[][];
}
const sheetsOf = (page: Page): Promise<Sheet[]> =>
  page.evaluate(`Array.from(document.querySelectorAll('article.paper')).map((paper) => {
    const box = paper.getBoundingClientRect();
    const millimetres = (pixels) => (pixels * 297) / box.height;
    const rects = [];
    const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement.closest('.folio') !== null) continue;
      // Spaces at the end of a line hang out of it, and nobody sees them.
      for (const word of node.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        rects.push(...range.getClientRects());
      }
    }
    for (const row of paper.querySelectorAll('tr')) rects.push(row.getBoundingClientRect());
    return {
      folio: (paper.querySelector('.folio') || { textContent: '' }).textContent,
      heads: Array.from(paper.querySelectorAll('table')).map((table) => table.querySelectorAll('thead th').length),
      bare: Array.from(paper.querySelectorAll('tbody tr')).filter((row) => row.closest('table').querySelector('thead th') === null).length,
      bottom: millimetres(Math.max(...rects.map((rect) => rect.bottom)) - box.top),
      right: millimetres(Math.max(...rects.map((rect) => rect.right)) - box.left),
      rows: Array.from(paper.querySelectorAll('tbody tr')).map((row) => Array.from(row.children).map((cell) => cell.textContent)),
    };
  })`);

/** What rows say whose first column begins with this, and those that go on with it. */
const saidIn = (sheets: readonly Sheet[], name: string): string => {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const first = rows.findIndex(([column]) => column === name);
  const others = rows.slice(first + 1);
  const end = others.findIndex(([column]) => column !== '（续）');
  return [rows[first]!, ...others.slice(0, end < 0 ? undefined : end)]
    .map((row) => row[row.length - 1])
    .join('');
};

const printOf = async (at: OpenBureau, id: string, opened?: PersonAtDesk): Promise<PersonAtDesk> => {
  const path = `/desk/cases/${id}/print`;
  const clerk = opened ?? (await personAt(at, 'officeHead', { size: 'pc', path }));
  if (opened !== undefined) await clerk.go(path);
  await clerk.page.locator('.print-acts button:enabled').waitFor();
  return clerk;
};

/** Nothing lies below the type area, beside it, or in a table without a head; each page has its number; print has as many. */
const expectWhole = async (clerk: PersonAtDesk): Promise<Sheet[]> => {
  for (const media of ['screen', 'print'] as const) {
    await clerk.page.emulateMedia({ media });
    const sheets = await sheetsOf(clerk.page);
    sheets.forEach((sheet, index) => {
      // 版心 ends 35 mm above the lower edge, and 26 mm before the right one.
      expect(sheet.bottom).toBeLessThanOrEqual(262);
      expect(sheet.right).toBeLessThanOrEqual(184.5);
      expect(sheet.folio).toBe(index === 0 ? '' : `— ${index + 1} —`);
      expect(sheet.bare).toBe(0);
      for (const columns of sheet.heads) expect(columns).toBeGreaterThan(1);
    });
  }
  const pdf = (await clerk.page.pdf({ preferCSSPageSize: true })).toString('latin1');
  await clerk.page.emulateMedia({ media: 'screen' });
  const sheets = await sheetsOf(clerk.page);
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)?.length).toBe(sheets.length);
  const cover = await clerk.page.locator('article.paper').first().innerText();
  expect(cover).toContain(`共${sheets.length}页`);
  return sheets;
};

/** The same numbers each time. */
const createRandom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};
const randomText = (seed: number): string => {
  const random = createRandom(seed);
  const KINDS: (() => string)[] = [
    () => '召回的问题批次仍在门店销售，'.repeat(random(60)),
    () => '某某'.repeat(random(400)),
    () => '\n'.repeat(random(60)),
    () => Array.from({ length: random(80) }, (_, index) => `第${index}行`).join('\n'),
    () => `https://example.cn/${'x'.repeat(random(3_000))}`,
    () =>
      Array.from({ length: random(40) }, (_, index) => `${index}\t批次${index * 7}\t${random(900)}公斤`).join(
        '\n',
      ),
    () => '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u{1f44d}\u{1f3ff}'.repeat(random(80)),
    () => '𠮷ﷺ㍿'.repeat(random(120)),
    () => ' '.repeat(random(200)),
    () => 'W'.repeat(random(600)),
  ];
  return Array.from({ length: 1 + random(8) }, () => KINDS[random(KINDS.length)]!()).join(
    random(2) === 0 ? '\n' : '',
  );
};

describe('案卷 on paper', () => {
  it('of many lines loses none of them', async () => {
    const text = Array.from({ length: 200 }, (_, index) => `第${index}行`).join('\n');
    const clerk = await printOf(bureau, await openCase(bureau, text));
    expect(saidIn(await expectWhole(clerk), '经过')).toBe(text);
    await clerk.leave();
  });

  it('has all of a very long word, and of a title as long as it may be', async () => {
    const text = `https://example.cn/${'x'.repeat(9_000)}`;
    const title = 'A'.repeat(190);
    const clerk = await printOf(hohhot, await openCase(hohhot, text, { title }));
    const sheets = await expectWhole(clerk);
    expect(saidIn(sheets, '经过')).toBe(text);
    expect(saidIn(sheets, '题名')).toBe(title);
    await clerk.leave();
  });

  it('has each line of whatever text once, in order, on pages that hold it', async () => {
    for (const at of [bureau, hohhot]) {
      let clerk: PersonAtDesk | undefined;
      for (let seed = 1; seed <= 6; seed += 1) {
        const given = `起${randomText(seed * 7_919 + (at === bureau ? 0 : 1))}止`;
        const id = await openCase(at, given);
        const { note } = (await at.read('officeHead', `/v1/cases/${id}`)) as unknown as {
          note: { text: string };
        };
        clerk = await printOf(at, id, clerk);
        expect(saidIn(await expectWhole(clerk), '经过')).toBe(note.text);
      }
      await clerk?.leave();
    }
  });

  it('has the head of a table on each page of it, and no row cut in two, also of a large case', async () => {
    const id = await openCase(bureau, '门店销售');
    for (let count = 0; count < 40; count += 1)
      await bureau.act('officeHead', id, {
        type: 'RecordInstruction',
        from: 'bureau',
        text: `第${count}次：${'请速核查，并报告情况。'.repeat(count % 9)}`,
      });
    const clerk = await printOf(bureau, id);
    const sheets = await expectWhole(clerk);
    const { entries } = (await bureau.read('officeHead', `/v1/cases/${id}/log?limit=200`)) as unknown as {
      entries: { version: number }[];
    };
    const numbers = sheets
      .flatMap((sheet) => sheet.rows)
      .filter((row) => row.length === 4 && /^\d+$/.test(row[0]!))
      .map(([number]) => Number(number));
    expect(entries.length).toBeGreaterThan(40);
    expect(numbers).toEqual(entries.map(({ version }) => version));
    expect(sheets.length).toBeGreaterThan(10);
    await clerk.leave();

    const path = `/desk/cases/${id}/print`;
    const onPhone = await personAt(bureau, 'officeHead', { size: 'phone', path });
    await onPhone.page.locator('.print-acts button').waitFor();
    const shown = await sheetsOf(onPhone.page);
    expect(shown.map(({ rows }) => rows.length)).toEqual(sheets.map(({ rows }) => rows.length));
    shown.forEach(({ bottom }, index) => {
      expect(Math.abs(bottom - sheets[index]!.bottom)).toBeLessThan(0.5);
    });
    expect(await onPhone.text()).not.toContain('超出纸面');
    await onPhone.leave();
  });

  /** A browser that lays out otherwise than ours. */
  const withStyle = async (style: string) => {
    const device = await openDevice(hohhot.url, 'pc');
    await device.context.route(/\.css$/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()} ${style}` });
    });
    return device;
  };
  it('is cut by what was measured where letters are taller than was thought', async () => {
    const text = Array.from({ length: 60 }, (_, index) => `${index}召回的批次仍在销售`).join('。');
    const opened = await withStyle('.paper td { line-height: 12; }');
    const path = `/desk/cases/${await openCase(hohhot, text)}/print`;
    const clerk = await personAt(hohhot, 'officeHead', { path, opened });
    await clerk.page.locator('.print-acts button:enabled').waitFor();
    const sheets = await expectWhole(clerk);
    expect(saidIn(sheets, '经过')).toBe(text);
    expect(sheets.length).toBeGreaterThan(12);
    await clerk.leave();
  });

  it('is not offered for print where a page does not hold what stands on it', async () => {
    const id = await openCase(hohhot, '门店销售，'.repeat(400));
    const opened = await withStyle('article.paper td { line-height: 4; }');
    const clerk = await personAt(hohhot, 'officeHead', { path: `/desk/cases/${id}/print`, opened });
    await clerk.sees(/^第[\d、]+页有内容超出纸面/);
    await clerk.settles();
    expect(await clerk.page.locator('.print-acts button').isDisabled()).toBe(true);
    await clerk.leave();
  });
});
