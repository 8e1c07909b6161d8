import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../../../shared/contracts/api/words/command-names.ts';
import type { CommandName } from '../../../shared/contracts/api/words/commands.ts';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import { actGroupsOf } from '../../../web/model/case/acts.ts';
import { BUREAUS, formsIn } from '../forms/bureau-forms.ts';

type Acts = ActsReply['acts'];
/** Every command of the office, in the contract's order. */
const allOf = (bureau: string): Acts =>
  Object.values(formsIn(bureau).commands).map(({ type, title }) => ({
    type,
    name: title,
    may: true,
    reason: null,
    duties: [],
  }));

describe('what one may do', () => {
  it('has what meets open duties first, with their names', () => {
    const acts = allOf('leizhou').map((act) =>
      act.type === 'FileReport' ? { ...act, duties: ['telephone', 'written'] } : act,
    );
    const [first] = actGroupsOf(acts, { telephone: '电话报告', written: '书面报告' }, undefined);
    expect(first).toEqual({
      title: '办结待办职责',
      acts: [{ type: 'FileReport', name: '登记报告', about: '电话报告、书面报告' }],
    });
  });
  it('leaves out what he may not', () => {
    const acts = allOf('leizhou').map((act) => ({ ...act, may: false, reason: '不归您办' }));
    expect(actGroupsOf(acts, {}, formsIn('leizhou').commands)).toEqual([]);
  });
  it('loses nothing where the forms are not here yet', () => {
    const acts = allOf('leizhou');
    const [only] = actGroupsOf(acts, {}, undefined);
    expect(only!.acts).toHaveLength(acts.length);
  });
});

describe.each(BUREAUS)('in %s', (bureau) => {
  it('everything is called as its form is, whatever the contract calls it', () => {
    const { commands } = formsIn(bureau);
    const acts = allOf(bureau).map((act) => ({ ...act, name: COMMAND_NAMES[act.type as CommandName] }));
    for (const { type, name } of actGroupsOf(acts, {}, commands).flatMap(({ acts: inside }) => inside))
      expect(name).toBe(commands[type]!.title);
    expect(
      actGroupsOf(acts, {}, commands).flatMap(({ acts: inside }) => inside.map(({ name }) => name)),
    ).toEqual(expect.arrayContaining(['登记报告', '登记会议', '登记发布', '核发预警']));
  });
  const groups = actGroupsOf(allOf(bureau), {}, formsIn(bureau).commands);
  it('everything stands once, under few headings, and says shortly what it is for', () => {
    const types = groups.flatMap(({ acts }) => acts.map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(formsIn(bureau).commands).sort());
    expect(groups.length).toBeLessThanOrEqual(5);
    for (const { about } of groups.flatMap(({ acts }) => acts)) {
      expect(about).toMatch(/[\u4e00-\u9fff]/);
      expect(about.length).toBeLessThanOrEqual(60);
    }
  });
});
