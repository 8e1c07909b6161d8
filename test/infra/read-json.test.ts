import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseJson, readJsonFile } from '../../infra/read-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'shixian-json-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (content: string | Buffer): string => {
  const path = join(folder, 'a.json');
  writeFileSync(path, content);
  return path;
};

describe('a JSON file', () => {
  it('is read, with the mark that Windows puts first or without', () => {
    expect(readJsonFile(fileOf('{"a":"中"}'))).toEqual({ a: '中' });
    expect(readJsonFile(fileOf('\uFEFF{"a":"中"}'))).toEqual({ a: '中' });
  });

  it.each([
    ['not there', () => join(folder, 'none.json'), /^找不到文件:.*none\.json$/],
    ['below a file', () => join(fileOf('{}'), 'b.json'), /^找不到文件:/],
    ['a folder', () => folder, /^这是文件夹,应为文件:/],
    ['in another encoding', () => fileOf(Buffer.from([0x7b, 0xd6, 0xd0, 0x7d])), /^文件不是 UTF-8 编码/],
  ])('that is %s is refused by name', (_, path, said) => {
    expect(() => readJsonFile(path())).toThrow(said);
  });
});

it.each([
  ['{\n  "a": 1\n  "b": 2\n}', '第3行第3列 两项之间缺少逗号;请在前一项之后加英文逗号'],
  ['{"a": 1,}', '第1行第9列 这里缺少名称;请写成 "名称": 内容;最后一项之后不能有逗号'],
  ['{"a": 1', '第1行第8列 缺少与“{”配对的“}”;请补上'],
  [
    "{'a': 1}",
    '第1行第2列 有不认识的符号;文字须加英文双引号,标点须用英文半角;另可写 true、false、null 和数字',
  ],
  ['', '第1行第1列 这里缺少内容;请填写内容;最后一项之后不能有逗号'],
  ['{} {}', '第1行第4列 数据结束之后还有内容;请删去多余的内容,或核对前面的括号'],
])('broken JSON is told by line, column and mend: %s', (text, said) => {
  expect(() => parseJson(text, '某文件')).toThrow(`某文件 不是有效的 JSON:${said}`);
});
