import { describe, expect, it } from 'vitest';
import { viewOf } from '../../infra/docs/views/view-of.ts';
import { exampleRoster } from '../../infra/local/people.ts';
import { PutRoster } from '../../shared/contracts/roster.ts';
import { regulations } from '../../shared/regulations/index.ts';
import { differences } from '../../web/model/roster/differences.ts';
import { added, changed, removed, twice, withIds, wrongIn } from '../../web/model/roster/edit.ts';
import { emptyWords, groupsOf } from '../../web/model/roster/groups.ts';
import { type Version, versionWords } from '../../web/model/roster/history.ts';
import { type Fields, isMasked, type Line, linesOf, rolesOf } from '../../web/model/roster/lines.ts';
import { merge } from '../../web/model/roster/merge.ts';
import { namesOf } from '../../web/model/roster/names.ts';
import { placesOf } from '../../web/model/roster/refused.ts';

const bureaus = Object.values(regulations).map((regulation) => ({
  id: regulation.id,
  names: namesOf(viewOf(regulation)),
  roster: exampleRoster(regulation),
}));
const { names, roster } = bureaus.find(({ id }) => id === 'leizhou')!;
const lines = linesOf(roster.roles);
const lineOf = (role: string): Line => lines.find((line) => line.role === role)!;
const duty = lineOf('dutyOfficer');
const fieldsOf = ({ key: _, id: __, ...fields }: Line): Fields => fields;
const textsOf = (after: readonly Line[]): string[] =>
  differences(names, lines, after).map(({ text }) => text);
describe.each(bureaus)('the roster of $id', ({ names: own, roster: its }) => {
  it('shows every line once, under its post', () => {
    const all = linesOf(its.roles);
    expect(groupsOf(own, all).flatMap((group) => group.lines)).toHaveLength(all.length);
  });
  it('goes back to the API as it came', () => {
    const { roles } = rolesOf(linesOf(its.roles));
    expect(roles).toEqual(its.roles);
    expect(PutRoster.safeParse({ version: 1, reason: '核对', roles }).success).toBe(true);
  });
});

describe('a line that is changed', () => {
  it('says what would be saved', () => {
    const after = changed(
      lines,
      duty.key,
      { ...fieldsOf(duty), mobile: '138-0000-0901', available: false },
      'n',
    );
    expect(textsOf(after)).toEqual([
      '局办公室值班员（舆情管理人员）：值班员甲，手机13800000001改为13800000901，改为不在岗',
    ]);
    expect(textsOf(lines)).toEqual([]);
  });
  it('gives a person one number in all of his posts', () => {
    const chief = lineOf('chiefLeader');
    const after = changed(lines, chief.key, { ...fieldsOf(chief), mobile: '13800000904' }, 'n');
    expect(textsOf(after)).toHaveLength(lines.filter(({ mobile }) => mobile === chief.mobile).length);
    expect(lines.filter(({ mobile }) => mobile === chief.mobile).length).toBeGreaterThan(1);
  });
  it('takes another name with another number for somebody else, with an id of his own', () => {
    const after = changed(lines, duty.key, { ...fieldsOf(duty), name: '某乙', mobile: '13800000909' }, 'n');
    expect(textsOf(after)).toEqual([
      '增加局办公室值班员（舆情管理人员）：某乙，13800000909',
      '移除局办公室值班员（舆情管理人员）：值班员甲，13800000001',
    ]);
    const { lines: ready, clashes } = withIds(after, roster.roles);
    expect(clashes).toEqual([]);
    expect(ready.find(({ name }) => name === '某乙')!.id).toBe('某乙0909');
  });
  it('moves, adds and removes', () => {
    const moved = changed(lines, duty.key, { ...fieldsOf(duty), role: 'unitHead', unit: 'food' }, 'n');
    expect(textsOf(moved)).toEqual([
      '局办公室值班员（舆情管理人员）：值班员甲，调到食品安全监管股责任股室负责人',
    ]);
    expect(textsOf(removed(lines, duty.key))).toEqual([
      '移除局办公室值班员（舆情管理人员）：值班员甲，13800000001',
    ]);
    const twoPosts = added(lines, { ...fieldsOf(duty), role: 'officeHead' }, 'n');
    const { lines: ready } = withIds(twoPosts, roster.roles);
    expect(ready.at(-1)!.id).toBe(duty.id);
    expect(twice(names, ready)).toEqual([]);
  });
  it('is told where a number is somebody else’s, and where he stands already', () => {
    const clash = added(lines, { ...fieldsOf(duty), name: '某丙' }, 'n');
    expect(withIds(clash, roster.roles).clashes).toEqual([
      {
        key: 'n',
        message:
          '号码13800000001现为“值班员甲”所有。是同一人的，请写同一个姓名；换了人的，请先改掉那一行的号码',
      },
    ]);
    const again = withIds(added(lines, fieldsOf(duty), 'n'), roster.roles).lines;
    expect(twice(names, again)).toEqual([{ key: 'n', message: '“值班员甲”在这个岗位已有一行' }]);
  });
  it('is refused beside its field', () => {
    const blank = { role: 'unitHead', unit: '', name: ' ', mobile: '123', landline: '12', available: true };
    expect(wrongIn(names, blank)).toEqual({
      name: '须填写姓名',
      mobile: '手机号应为11位号码,可加 +86 或 0086',
      landline: '固定电话应为区号加7至8位号码,如 0759-1234567',
      unit: '这个岗位各单位都有，请选单位',
    });
    expect(wrongIn(names, { ...fieldsOf(duty), mobile: '0086 138 0000 0001', landline: '' })).toEqual({});
  });
  it('cannot be written where numbers are shown in part', () => {
    expect(isMasked([{ ...duty, mobile: '138****0001' }])).toBe(true);
    expect(isMasked(lines)).toBe(false);
  });
});

describe('what somebody else has changed meanwhile', () => {
  const mine = changed(lines, duty.key, { ...fieldsOf(duty), available: false }, 'n');
  const head = lineOf('officeHead');
  it('stands beside mine', () => {
    const theirs = changed(lines, head.key, { ...fieldsOf(head), mobile: '13800000902' }, 'n');
    const { lines: merged, both } = merge(lines, mine, theirs);
    expect(both).toEqual([]);
    expect(differences(names, theirs, merged).map(({ key }) => key)).toEqual([duty.key]);
  });
  it('is named where both have changed the same, and mine stands', () => {
    const theirs = changed(lines, duty.key, { ...fieldsOf(duty), name: '值班员丁' }, 'n');
    const { lines: merged, both } = merge(lines, mine, theirs);
    expect(both).toEqual([duty.key]);
    expect(merged.find(({ key }) => key === duty.key)).toMatchObject({ name: '值班员甲', available: false });
    expect(merge(lines, mine, mine).both).toEqual([]);
  });
  it('keeps what I add and what I remove', () => {
    const gone = removed(
      added(lines, { ...fieldsOf(duty), name: '新', mobile: '13800000999' }, 'n'),
      head.key,
    );
    const { lines: merged } = merge(lines, gone, lines);
    expect(textsOf(merged)).toHaveLength(2);
    expect(merge(lines, lines, removed(lines, head.key)).lines).toHaveLength(lines.length - 1);
  });
});

describe('a refusal', () => {
  const { keys } = rolesOf(lines);
  const places = (code: string, message: string, problems: { field: string; message: string }[] = []) =>
    placesOf({ code, message, problems }, keys, lines, names);
  it('of a field stands beside its line', () => {
    const found = places('INVALID', '', [
      { field: 'roles.dutyOfficer.0.mobile', message: '手机号' },
      { field: 'reason', message: '理由' },
    ]);
    expect(found).toMatchObject({ lines: { [duty.key]: '手机号' }, reason: '理由', whole: '' });
  });
  it('of a person or a post stands beside these', () => {
    expect(places('PERSON_TWICE', `人员编号“${duty.id}”重复或对应不同的手机号`).lines[duty.key]).toContain(
      '重复',
    );
    const post = names.posts.find(({ id }) => id === 'dutyOfficer')!;
    const found = places(
      'ROSTER_WITHOUT_DUTY',
      `名册中须至少各有一名在岗的${post.name},否则夜间无人收到通知`,
    );
    expect(Object.keys(found.posts)).toEqual(['dutyOfficer']);
    expect(found.whole).toBe('');
  });
  it('of anything else stands above all', () => {
    expect(places('NOT_ALLOWED', '不能改')).toEqual({ lines: {}, posts: {}, reason: '', whole: '不能改' });
    expect(places('PERSON_TWICE', '人员编号“别的”重复').whole).not.toBe('');
  });
});

describe('what became of the roster', () => {
  const now = Date.parse('2026-03-03T01:08:00+08:00');
  const version: Version = {
    version: 2,
    at: '2026-03-01T09:00:00+08:00',
    by: { id: 'head-1', name: '办公室负责人' },
    reason: '休假',
    changes: [
      {
        what: 'changed',
        whatText: '更改',
        role: { id: 'dutyOfficer', name: '局办公室值班员(舆情管理人员)' },
        unit: null,
        id: 'duty-1',
        name: '值班员甲',
        fields: [
          { field: 'available', fieldText: '在岗', before: '在岗', after: '不在岗' },
          { field: 'mobile', fieldText: '手机号', before: '138****0001', after: '138****0001' },
          { field: 'landline', fieldText: '固定电话', before: null, after: '0759-*****67' },
        ],
      },
      {
        what: 'added',
        whatText: '增加',
        role: { id: 'unitHead', name: '责任股室负责人' },
        unit: { id: 'food', name: '食品安全监管股' },
        id: 'x',
        name: '乙',
        fields: [],
      },
    ],
  };
  it('is told in words', () => {
    expect(versionWords(version, now)).toEqual({
      head: '3月1日09:00，办公室负责人改',
      reason: '理由：休假',
      changes: [
        '局办公室值班员（舆情管理人员）：值班员甲改为不在岗，手机号改为另一个，固定电话改为0759-*****67',
        '食品安全监管股责任股室负责人：增加乙',
      ],
    });
    const [change] = version.changes;
    const name = { field: 'name' as const, fieldText: '姓名', before: '甲', after: '值班员甲' };
    expect(versionWords({ ...version, changes: [{ ...change!, fields: [name] }] }, now).changes).toEqual([
      '局办公室值班员（舆情管理人员）：甲，姓名改为值班员甲',
    ]);
    expect(versionWords({ ...version, reason: null, by: { id: 'x', name: null } }, now)).toMatchObject({
      head: '3月1日09:00，名册以外的人改',
      reason: '',
    });
  });
  it('names the posts that nobody holds', () => {
    expect(
      emptyWords({
        emptyRoles: [
          { id: 'a', name: '甲岗(一)' },
          { id: 'b', name: '乙岗' },
        ],
      }),
    ).toBe('甲岗（一）、乙岗');
    expect(emptyWords({ emptyRoles: [] })).toBe('');
  });
});
