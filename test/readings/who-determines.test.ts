import { describe, expect, it } from 'vitest';
import { regulations } from '../../shared/regulations/index.ts';
import { liaison } from '../support/case-file.ts';
import { confirm, give, open, person, pushed, UNITS } from './given.ts';

describe.each<[string, string, string[], string[]]>([
  [
    'leizhou 办法 第十四条 ①',
    'orange',
    ['dutyOfficer', 'officeHead'],
    ['deputyLeader', 'chiefLeader', 'leadingGroup'],
  ],
  [
    'nanning B 四(三) ①',
    'major',
    ['dutyOfficer', 'officeHead'],
    ['deputyLeader', 'chiefLeader', 'leadingGroup'],
  ],
  ['hohhot C 研判 ①', 'major', ['commandGroup'], ['officeHead', 'dutyOfficer', 'deputyLeader']],
  [
    'petition D 第六条 ①',
    'major',
    ['dutyOfficer', 'officeHead', 'deputyLeader', 'leadingGroup', 'chiefLeader'],
    [],
  ],
  ['yinzhou E 四(一)', 'major', ['deputyLeader'], ['dutyOfficer', 'officeHead', 'chiefLeader']],
])('%s: who determines', (title, level, may, mayNot) => {
  const bureau = title.split(' ')[0]!;
  const unit = { ...liaison, unit: UNITS[bureau]! };

  it.each([...may.map((role) => [role, 'done']), ...mayNot.map((role) => [role, 'ROLE_NOT_ALLOWED'])])(
    '%s is told %s, and so is his ChangeLevel',
    (role, code) => {
      const file = pushed({ bureau, proposed: level });
      expect(give(file, '03-02 10:10', person(role!), confirm(level))).toBe(code);
      expect(file.state.provisional).toBe(code !== 'done');
    },
  );

  it('no unit does', () => {
    const file = pushed({ bureau, proposed: level });
    expect(give(file, '03-02 10:10', unit, confirm(level))).toBe('ROLE_NOT_ALLOWED');
  });

  it('who opens with a level has determined it where he may, and else proposed it', () => {
    const { authorities } = regulations[bureau]!;
    const opens = authorities.find(
      ({ command, levels }) => command === 'OpenCase' && (levels?.includes(level) ?? true),
    );
    for (const role of opens!.roles.filter((id) => !id.startsWith('unit') && id !== 'coordination')) {
      // What a bureau lets its leaders alone assign stands without a unit.
      const file = open({ bureau, level, by: person(role), facts: { unit: undefined } });
      expect(file.state.provisional, role).toBe(!may.includes(role));
    }
    const byUnit = open({ bureau, level, by: unit });
    // 信访 names nobody who determines: who opens with a level does.
    expect(byUnit.state.provisional).toBe(bureau !== 'petition');
  });
});
