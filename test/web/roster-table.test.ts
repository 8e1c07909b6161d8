import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../infra/docs/views/view-of.ts';
import { exampleRoster } from '../../infra/local/people.ts';
import type { Roster } from '../../shared/contracts/roster.ts';
import { decodeTable } from '../../shared/contracts/roster-table/columns.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { differences } from '../../web/model/roster/differences.ts';
import { withKeys } from '../../web/model/roster/from-table.ts';
import { linesOf } from '../../web/model/roster/lines.ts';
import { namesOf } from '../../web/model/roster/names.ts';
import { tableOf } from '../../web/model/roster/table.ts';
import { readTable } from '../../web/pages/roster/read-table.ts';

const names = namesOf(viewOf(regulations.leizhou!));
const bytesOf = (text: string): ArrayBuffer => {
  const { buffer, byteOffset, byteLength } = Buffer.from(text);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
};

describe.each(Object.values(regulations).map((regulation) => [regulation.id, regulation] as const))(
  'the table of %s',
  (_, regulation) => {
    it('comes back unchanged', () => {
      const own = namesOf(viewOf(regulation));
      const its = exampleRoster(regulation);
      const read = readTable(own, bytesOf(tableOf(own, its)), its);
      expect(read.problems).toEqual([]);
      expect(read.roster).toEqual(its);
      const again = withKeys(linesOf(its.roles), linesOf(read.roster.roles), () => 'new');
      expect(differences(own, linesOf(its.roles), again)).toEqual([]);
    });
  },
);

describe('a table', () => {
  const one = (name: string): Roster => ({
    roles: { dutyOfficer: [{ id: 'a1', name, mobile: '+8613800000001', available: true }] },
  });
  it('begins with the mark by which Excel knows UTF-8, and has CRLF', () => {
    const text = tableOf(names, one('甲'));
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.split('\r\n')).toEqual([
      '\ufeff岗位,姓名,电话,固定电话,股室,编号,在岗',
      '局办公室值班员(舆情管理人员),甲,13800000001,,,a1,是',
      '',
    ]);
  });
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1'])('holds no formula: %s', (name) => {
    const [, row] = parse(tableOf(names, one(name)), { bom: true }) as string[][];
    expect(row![1]).toBe(`'${name}`);
  });
  it.each(['甲,"乙"', '两行\n名', '=HYPERLINK("x")', "'甲"])('brings back %j', (name) => {
    const before = one(name);
    expect(readTable(names, bytesOf(tableOf(names, before)), before).roster).toEqual(before);
  });
  it('is read as Excel writes it here, in GB 18030', () => {
    // 岗位,姓名,电话 / dutyOfficer,张三,13800000001
    const bytes = Uint8Array.from([
      ...[0xb8, 0xda, 0xce, 0xbb, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a],
      ...Buffer.from('dutyOfficer,'),
      ...[0xd5, 0xc5, 0xc8, 0xfd],
      ...Buffer.from(',13800000001\r\n'),
    ]);
    expect(decodeTable(bytes)).toBe('岗位,姓名,电话\r\ndutyOfficer,张三,13800000001\r\n');
    expect(readTable(names, bytes.buffer, { roles: {} }).roster.roles).toEqual({
      dutyOfficer: [{ id: '张三0001', name: '张三', mobile: '+8613800000001', available: true }],
    });
  });
  it('takes names with full-width brackets, as the page shows them', () => {
    const text = '岗位,姓名,电话\n局办公室值班员（舆情管理人员）,甲,13800000001';
    expect(readTable(names, bytesOf(text), { roles: {} }).problems).toEqual([]);
  });
  it.each([
    ['岗位,姓名,电话\n局座,甲,13800000001', '第2行:没有岗位“局座”'],
    ['岗位,姓名,电话\ndutyOfficer,甲,1', '第2行:手机号应为11位号码'],
  ])('names its wrong lines', (text, said) => {
    expect(readTable(names, bytesOf(text), { roles: {} }).problems[0]).toContain(said);
  });
  it.each([
    ['甲,13800000001', '表格第一行应为列名'],
    ['岗位,姓名,电话\n"甲,1', '引号不成对'],
  ])('that is none says so', (text, said) => {
    expect(() => readTable(names, bytesOf(text), { roles: {} })).toThrow(said);
  });
});
