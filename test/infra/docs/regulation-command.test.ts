import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ClauseEntry } from '../../../infra/docs/clauses/clause-index.ts';
import { readOptions } from '../../../infra/docs/regulation/options.ts';
import { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { leizhou } from '../../support/bureaus.ts';

const entry = fileURLToPath(new URL('../../../infra/commands/regulation.ts', import.meta.url));

interface Ended {
  code: number;
  out: string;
  error: string;
}
/** `npm run regulation -- <args>`. */
const run = async (...args: string[]): Promise<Ended> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [entry, ...args], {
      maxBuffer: 2 ** 25,
    });
    return { code: 0, out: stdout, error: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, error: stderr };
  }
};

describe('npm run regulation', () => {
  it('shows a bureau', async () => {
    const { code, out } = await run('leizhou');
    expect(code).toBe(0);
    for (const text of [leizhou.title, leizhou.version, '3小时内', '湛江市市场监督管理局', '办法第22条(二)'])
      expect(out).toContain(text);
  });

  it('prints the same for programs', async () => {
    const { code, out } = await run('leizhou', '--json');
    expect(code).toBe(0);
    const view = RegulationView.parse(JSON.parse(out));
    const duty = view.duties.find(({ duty, levels }) => duty === 'zhanjiangTelephone' && levels.length === 2);
    expect(duty).toMatchObject({
      levels: [{ id: 'orange' }, { id: 'red' }],
      limit: { kind: 'within', within: 'PT3H', text: '3小时内' },
      receivers: [{ id: 'zhanjiang' }],
      clauses: [{ clause: '办法 第二十二条(二)橙+ 电话' }],
    });
    expect(duty?.clauses[0]?.quote).toBe(leizhou.clauses['办法 第二十二条(二)橙+ 电话']);
  });

  it('shows it with other settings', async () => {
    const { out } = await run(
      'leizhou',
      '--json',
      '--set',
      'bulletinEvery=P2W',
      '--set',
      'weeklyForYellow=false',
    );
    const view = RegulationView.parse(JSON.parse(out));
    expect(view.settings.find(({ id }) => id === 'bulletinEvery')?.valueText).toBe('2周');
    expect(view.missing.map(({ id }) => id)).not.toContain('bulletinEvery');
    expect(view.duties.some(({ limit }) => limit.every === 'P2W')).toBe(true);
    expect(view.version).toContain('bulletinEvery');
  });

  it('shows one level', async () => {
    const { out } = await run('leizhou', '--level', '蓝');
    expect(out).toContain('续报处置进展');
    expect(out).not.toContain('举行新闻发布会');
  });

  it('shows one clause with everything that rests on it, however it is spaced', async () => {
    const { code, out } = await run('leizhou', '--clause', '办法第十七条②');
    expect(code).toBe(0);
    for (const text of [
      '━━ 《舆情监测及处置管理办法》第十七条(leizhou 办法 第十七条 ②) ',
      'RecordDecision decision=reportUp',
      'shared/deadlines/computing/compute.ts',
      'test/clauses/without-number.test.ts  leizhou 办法 第十七条 ②',
    ])
      expect(out).toContain(text);
  });

  it('prints one clause for programs', async () => {
    const { out } = await run('leizhou', '--clause', '办法 第十七条 ②', '--json');
    const entry = JSON.parse(out) as ClauseEntry;
    expect(entry).toMatchObject({ bureau: 'leizhou', clause: '办法 第十七条 ②', informs: null });
    expect(entry.rules[0]).toMatchObject({
      list: 'duties.terms',
      id: 'decideReportUp',
      files: ['shared/deadlines/computing/compute.ts'],
    });
  });

  it('writes a picture of each level', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'regulation-'));
    try {
      const { code, out } = await run(
        'leizhou',
        '--svg',
        join(folder, 'new'),
        '--level',
        'red',
        '--level',
        'blue',
      );
      expect(code).toBe(0);
      expect(readdirSync(join(folder, 'new'))).toEqual(['leizhou-blue.svg', 'leizhou-red.svg']);
      expect(out).toContain('已写入');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['an unknown bureau', ['atlantis'], /没有这个局:atlantis;可选的局:.*leizhou/],
    ['an unknown level', ['leizhou', '--level', '紫'], /没有级别“紫”;可选:.*blue\(一般舆情\)/],
    [
      'a clause that is not there',
      ['leizhou', '--clause', '第二十二条(二)'],
      /没有条款“第二十二条\(二\)”;相近的条款:.*橙\+ 电话、.*股室/,
    ],
    ['an unknown setting', ['leizhou', '--set', 'x=1'], /x:没有这个设置;可用:.*bulletinEvery/],
    ['a wrong value', ['leizhou', '--set', 'bulletinEvery=weekly'], /应为 ISO 8601 时长/],
  ])('refuses %s in Chinese and says what is allowed', async (_, args, message) => {
    const { code, out, error } = await run(...args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toMatch(message);
    expect(error).not.toMatch(/\bat .*\.ts/);
  });
});

describe('the options', () => {
  const bureaus = Object.keys(regulations);
  const read = (...args: string[]) => readOptions(args, bureaus);

  it('are read with what is not given', () => {
    expect(read('leizhou')).toEqual({
      bureau: 'leizhou',
      json: false,
      set: [],
      levels: [],
      svg: null,
      clause: null,
    });
    expect(read('--json', 'leizhou', '--set=a=b', '--level', '红')).toMatchObject({
      json: true,
      set: ['a=b'],
      levels: ['红'],
    });
  });
  it.each([
    ['no bureau', [], /用法:[\s\S]*可选的局:.*leizhou/],
    ['two bureaus', ['leizhou', 'red'], /一次只能看一个局,多了“red”/],
    [
      'an unknown option',
      ['leizhou', '--colour'],
      /没有选项 --colour;可用:--json、--level、--clause、--set、--svg/,
    ],
    ['a short option', ['leizhou', '-j'], /没有选项 -j/],
    ['an option without its value', ['leizhou', '--svg'], /选项 --svg 缺少值/],
    ['a value where there is none', ['leizhou', '--json=yes'], /没有选项 --json/],
  ])('are refused: %s', (_, args, message) => {
    expect(() => read(...args)).toThrow(message);
  });
});
