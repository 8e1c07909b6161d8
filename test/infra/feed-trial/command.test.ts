import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFeedCommand } from '../../../infra/feed-trial/command.ts';
import { INTAKE_FOLDER, listText } from '../../../infra/feed-trial/register.ts';
import { MAPPING_NAMES } from '../../../shared/intake/mappings.ts';

const NOW = '2026-11-30T05:40:00.000Z';
let root: string;
let said: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shixian-feed-'));
  cpSync(INTAKE_FOLDER, join(root, 'intake'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const run = (...args: string[]): number => {
  said = [];
  return createFeedCommand({ intake: join(root, 'intake') }, (line) => said.push(line))(args, NOW);
};
const file = (name: string, content: unknown): string => {
  const path = join(root, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const SAMPLE = 'test/fixtures/feeds/weibo-search.json';
const ACME = { name: '某平台', fields: { id: 'aid', title: 'headline', 'metrics.views': 'stat.pv' } };

describe('npm run feed', () => {
  it('lists the mappings, and shows one field by field', () => {
    expect(run()).toBe(0);
    for (const name of MAPPING_NAMES) expect(said.some((line) => line.startsWith(name))).toBe(true);
    expect(run('show', 'weibo-search')).toBe(0);
    expect(said).toContainEqual(expect.stringMatching(/转发数 +metrics\.reposts +← reposts_count\|/));
    expect(said).toContainEqual(expect.stringMatching(/媒体类型 +mediaType +=\s微博/));
  });

  it('tries a sample: each field with where it came from, what is kept aside, what is doubted, and the level', () => {
    expect(run('try', 'weibo-search', SAMPLE)).toBe(0);
    expect(said).toContainEqual(
      expect.stringMatching(/公开时间 +publishedAt +2026-11-28T16:05:00\+08:00 +← created_at/),
    );
    expect(said).toContainEqual(expect.stringMatching(/未采用、原样保存:bid、/));
    expect(said).toContainEqual('  初判 特别重大舆情');
    expect(said.at(-1)).toBe('共1条,可以接收1条;没有推送,没有保存');
  });

  it('names what looks like a counter and is not read, and what is refused', () => {
    const path = file('sample.json', [{ id: '1', title: '甲', readNum: 5 }, { id: '2' }]);
    expect(run('try', 'shixian', path)).toBe(1);
    expect(said).toContainEqual(expect.stringContaining('请注意 readNum“5”:像是阅读数,没有读取'));
    expect(said).toContainEqual('第2条 不能接收:标题(title)缺少该字段');
    expect(said.at(-1)).toBe('共2条,可以接收1条;没有推送,没有保存');
  });

  it('goes by the bureau and the time that it is told', () => {
    const path = file('sample.json', {
      id: '1',
      title: '甲',
      unit: '食品安全监管股',
      publishedAt: '今天 12:30',
    });
    expect(run('try', 'shixian', path, '--bureau', 'yinzhou', '--at', '2026-11-30T04:00:00Z')).toBe(0);
    expect(said).toContainEqual(expect.stringContaining('责任单位识别不出'));
    expect(said).toContainEqual(expect.stringContaining('公开时间晚于现在'));
  });

  it('keeps numbers that are longer than ours', () => {
    expect(run('try', 'shixian', file('sample.json', '{"id":7123456789012345679,"title":"甲"}'))).toBe(0);
    expect(said[0]).toContain('7123456789012345679');
  });

  it('tries a mapping that is no part of the system yet, checks and registers it; a repeat changes nothing', () => {
    const path = file('acme-news.json', ACME);
    const sample = file('sample.json', { aid: 1, headline: '甲', stat: { pv: '1.2万' } });
    expect(run('try', path, sample)).toBe(0);
    expect(said).toContainEqual(expect.stringMatching(/阅读数 +metrics\.views +12000 +← stat\.pv/));
    expect(run('check', path)).toBe(0);
    expect(run('register', path)).toBe(0);
    expect(said).toContain('已写入 shared/intake/mapping-files.ts');
    const list = readFileSync(join(root, 'intake/mapping-files.ts'), 'utf8');
    expect(list).toContain("  'acme-news': acmeNews,");
    expect(run('register', path)).toBe(0);
    expect(said).toContain('已经登记,没有变化');
    writeFileSync(path, JSON.stringify({ ...ACME, zone: 'UTC' }));
    expect(() => run('register', path)).toThrow('已有字段对应“acme-news”,内容不同');
  });

  it('has the list that is written', () => {
    expect(readFileSync(join(INTAKE_FOLDER, 'mapping-files.ts'), 'utf8')).toBe(listText(MAPPING_NAMES));
  });

  it.each<[string, string, string]>([
    ['a field twice', '{"name":"甲","fields":{"id":"a","title":"b","title":"c"}}', '写了不止一次'],
    ['a fault', JSON.stringify({ ...ACME, fields: { title: 'x' } }), 'fields.id:缺少信息编号的路径'],
    ['no JSON', '{', '缺少与“{”配对的“}”'],
  ])('refuses a mapping with %s, and registers none', (_, text, fault) => {
    const path = file('bad.json', text);
    expect(run('check', path)).toBe(1);
    expect(said.join('\n')).toContain(fault);
    expect(run('register', path)).toBe(1);
    expect(() => run('try', path, SAMPLE)).toThrow(fault);
    expect(readFileSync(join(root, 'intake/mapping-files.ts'), 'utf8')).not.toContain('bad');
  });

  it.each<[string[], string]>([
    [['try', 'none', SAMPLE], '没有字段对应“none”;可用:hot-list、'],
    [['try', 'rss', 'none.json'], '找不到文件'],
    [['try', 'rss'], '用法不对'],
    [['push'], '用法不对'],
    [['try', 'rss', 'package.json', '--bureau', 'water'], '没有这个局:water'],
    [['--foo'], '没有选项 --foo'],
  ])('refuses %j in one sentence', (args, said) => {
    expect(() => run(...args)).toThrow(said);
  });

  it('refuses a name that no feed could be given', () => {
    expect(() => run('register', file('Acme_1.json', ACME))).toThrow('文件名即字段对应的名称');
  });
});
