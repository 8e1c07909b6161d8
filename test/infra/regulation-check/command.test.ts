import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommand, runCheck } from '../../../infra/regulation-check/command.ts';
import type { Folders } from '../../../infra/regulation-check/folders.ts';
import { dataFiles } from '../../../shared/regulations/bureaus.ts';
import type { RegulationData } from '../../../shared/regulations/schema.ts';
import { dutyOf, fileAfter, forbid } from '../../support/data-faults.ts';
import { waterFile, waterText } from '../../support/sixth-bureau.ts';

const EMPTY_LIST =
  '// Written by `npm run regulation -- register`: every data file of ./bureaus, of one bureau the newest last.\n\n\nexport const dataFiles: readonly unknown[] = [];\n';

let root: string;
let folders: Folders;
let said: string[];
const file = (name: string, text: string): string => {
  writeFileSync(join(root, name), text);
  return join(root, name);
};
const run = (...args: string[]): number => {
  said = [];
  return createCommand(folders, (line) => said.push(line))(args);
};
const list = (): string => readFileSync(join(folders.regulations, 'bureaus.ts'), 'utf8');
const bureaus = (): string[] => readdirSync(join(folders.regulations, 'bureaus')).sort();
const next = (change: Parameters<typeof fileAfter>[0] = () => undefined): string =>
  fileAfter((copy) => {
    copy.version = '2027-01-01';
    copy.effectiveOn = '2027-01-01';
    change(copy);
  });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'regulation-'));
  folders = { regulations: join(root, 'shared'), texts: join(root, 'texts') };
  mkdirSync(join(folders.regulations, 'bureaus'), { recursive: true });
  mkdirSync(folders.texts);
  writeFileSync(join(folders.regulations, 'bureaus.ts'), EMPTY_LIST);
  writeFileSync(join(folders.texts, 'water.txt'), waterText);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('check', () => {
  it('says that a sound file can be used', () => {
    const path = file('water.json', waterFile);
    expect(run('check', path)).toBe(0);
    expect(said).toEqual([`${path}:没有错误`, '青禾县水务局:5项职责、18条条款,可以使用']);
    expect(bureaus()).toEqual([]);
  });

  it('fails with every fault on a line of its own, in the order of the file', () => {
    const path = file(
      'water.json',
      fileAfter((copy) => {
        forbid(copy, 'SetFlags');
        dutyOf(copy, 'oralReport').ladder = 'rope';
        copy.clauses['办法 第六条'] = '第六条 每日续报。';
      }),
    );
    expect(run('check', path)).toBe(1);
    expect(said[0]).toBe(`${path}:3 处错误`);
    const lines = said.slice(1).map((line) => Number(/^第(\d+)行/.exec(line)?.[1]));
    expect(lines).toHaveLength(3);
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
  });

  it('shows what is worth a look and still succeeds', () => {
    const path = file(
      'water.json',
      fileAfter((copy) =>
        copy.settings.push({
          ...copy.settings[0]!,
          id: 'period',
          name: '定期报告周期',
          value: null,
          required: true,
        }),
      ),
    );
    expect(run('check', path)).toBe(0);
    expect(said[0]).toBe(`${path}:1 条提示`);
    expect(said[1]).toMatch(
      /^提示 第\d+行第\d+列 settings\[period\]\.value\(.+\):“定期报告周期”尚未填写;部署前须由本局填写/,
    );
  });

  it('tells that rules were not looked at while the form is wrong', () => {
    expect(run('check', file('water.json', '{ "id": "water" }'))).toBe(1);
    expect(said.at(-1)).toBe('格式改正后,请再检查一次:规则和引文尚未核对');
  });

  it('takes the text of this version before that of the bureau, and the one that is named before both', () => {
    const path = file('water.json', next());
    writeFileSync(join(folders.texts, 'water-2027-01-01.txt'), '另一文本');
    expect(run('check', path)).toBe(1);
    expect(said[1]).toContain('原文没有');
    expect(run('check', path, '--text', join(folders.texts, 'water.txt'))).toBe(0);
  });

  it('says when there is no text to compare with', () => {
    rmSync(join(folders.texts, 'water.txt'));
    expect(run('check', file('water.json', waterFile))).toBe(0);
    expect(said[1]).toBe(
      '提示 没有找到制度原文,未核对引文;请把原文存为 docs/regulations/texts/water.txt,或用 --text 指明',
    );
  });

  it('names a file that is not there', () => {
    expect(() => run('check', join(root, 'none.json'))).toThrow(/读不到数据文件 .*none\.json;请核对路径/);
    expect(() => run('check', file('water.json', waterFile), '--text', join(root, 'none.txt'))).toThrow(
      /读不到原文 .*none\.txt;请核对 --text 之后的路径/,
    );
  });

  it.each([[[]], [['check']], [['check', 'a', 'b']], [['check', 'a', '--txt', 'b']], [['other', 'a']]])(
    'explains itself when asked for %j',
    (args) => {
      expect(run(...args)).toBe(1);
      expect(said[0]).toContain('用法:npm run regulation -- check <数据文件.json> [--text <制度原文.txt>]');
    },
  );

  it.each((dataFiles as RegulationData[]).map(({ id }) => id))('finds nothing wrong with %s', async (id) => {
    expect(await runCheck(['check', `shared/regulations/bureaus/${id}.json`])).toBe(0);
  });
});

describe('register', () => {
  it('puts a file in its place and on the list, and says what to do next', () => {
    expect(run('register', file('draft.json', waterFile))).toBe(0);
    expect(bureaus()).toEqual(['water.json']);
    expect(readFileSync(join(folders.regulations, 'bureaus', 'water.json'), 'utf8')).toBe(waterFile);
    expect(list()).toContain("import water from './bureaus/water.json' with { type: 'json' };");
    expect(list()).toContain('[water];');
    expect(said.slice(2)).toEqual([
      '已写入 shared/regulations/bureaus/water.json',
      '已写入 shared/regulations/bureaus.ts',
      '接下来:',
      '  npm run regulation -- water      核对登记后的职责和时限',
      '  npm run format && npm run docs   统一格式,生成状态机和文档',
      '  npm start -- --bureau water      在本机运行',
    ]);
  });

  it('changes nothing when repeated, also after the file was laid out anew', () => {
    const path = file('draft.json', waterFile);
    run('register', path);
    const before = list();
    expect(run('register', path)).toBe(0);
    expect(said).toContain('已登记为 water.json,没有变化');
    writeFileSync(join(folders.regulations, 'bureaus', 'water.json'), JSON.stringify(JSON.parse(waterFile)));
    expect(run('register', path)).toBe(0);
    expect(said).toContain('已登记为 water.json,没有变化');
    expect(list()).toBe(before);
  });

  it('registers a file that is in its place already', () => {
    writeFileSync(join(folders.regulations, 'bureaus', 'water.json'), waterFile);
    expect(run('register', join(folders.regulations, 'bureaus', 'water.json'))).toBe(0);
    expect(said).toContain('已写入 shared/regulations/bureaus.ts');
    expect(said).not.toContain('已写入 shared/regulations/bureaus/water.json');
  });

  it('refuses a file with a fault and changes nothing', () => {
    const path = file(
      'draft.json',
      fileAfter((copy) => forbid(copy, 'SetFlags')),
    );
    expect(run('register', path)).toBe(1);
    expect(said.at(-1)).toBe('有错误,未登记');
    expect(bureaus()).toEqual([]);
    expect(list()).toBe(EMPTY_LIST);
  });

  it('keeps a second version beside the first, the newest last, whichever came first', () => {
    run('register', file('next.json', next()));
    run('register', file('draft.json', waterFile));
    expect(bureaus()).toEqual(['water-2026-01-01.json', 'water.json']);
    expect(list()).toContain('[water20260101, water];');
  });

  it('refuses another content of a version that is registered: cases were opened under it', () => {
    run('register', file('draft.json', waterFile));
    const other = file(
      'other.json',
      fileAfter((copy) => {
        copy.title = '另一标题';
      }),
    );
    expect(run('register', other)).toBe(1);
    expect(said[1]?.replace(/第\d+行/, '第…行')).toBe(
      '第…行第3列 version:“water”的版本“2026-01-01”已在 bureaus/water.json;新版本请另取 version;要改正已有版本的,请直接改那个文件',
    );
    expect(run('register', file('other.json', next()))).toBe(0);
    expect(bureaus()).toEqual(['water-2027-01-01.json', 'water.json']);
    expect(list()).toContain('[water, water20270101];');
  });

  it('drops what is on the list and no longer there', () => {
    run('register', file('draft.json', waterFile));
    rmSync(join(folders.regulations, 'bureaus', 'water.json'));
    run('register', file('next.json', next()));
    expect(list()).toContain('[water];');
  });
});
