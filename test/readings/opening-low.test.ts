import { describe, expect, it } from 'vitest';
import { at, head, leader, officer, system } from '../support/case-file.ts';
import { confirm, give, item, open, owed, person } from './given.ts';

const approve = { type: 'ApproveLevelChange' } as const;
const change = (level: string, newFact?: number) =>
  ({
    type: 'ChangeLevel',
    level,
    reason: '扩散',
    authority: 'change',
    ...(newFact === undefined ? {} : { newFact }),
  }) as const;

describe.each<[string, { opener: string; high: string; low: string }]>([
  ['leizhou 办法 第十四条 ②', { opener: 'dutyOfficer', high: 'red', low: 'routine' }],
  ['nanning B 四(三) ①', { opener: 'dutyOfficer', high: 'major', low: 'general' }],
  ['hohhot C 研判 ①', { opener: 'commandGroup', high: 'major', low: 'minor' }],
  ['petition D 第六条 ①', { opener: 'deputyLeader', high: 'major', low: 'general' }],
])('%s: opened below what the text proposes', (title, { opener, high, low }) => {
  const bureau = title.split(' ')[0]!;
  const low10 = () => open({ bureau, level: low, proposed: high, by: person(opener) });

  it('stands at the table’s level as 初判 until a second person agrees', () => {
    const file = low10();
    expect(file.state).toMatchObject({ provisional: true, warningLevel: high, lowering: { to: low } });
    expect(give(file, '03-02 10:10', { ...head, id: 'p-second' }, approve)).toBe('done');
    expect(file.state).toMatchObject({ provisional: false, warningLevel: low, lowering: null });
    expect(file.state.confirmedAt).toBe(at('03-02 10:10'));
  });

  it('is not agreed to by the same person in another role', () => {
    const file = low10();
    expect(give(file, '03-02 10:10', { ...head, id: `p-${opener}` }, approve)).toBe('SECOND_PERSON_REQUIRED');
    expect(file.state.provisional).toBe(true);
  });

  it('stays a proposal where the second person says no, and can be determined as proposed', () => {
    const file = low10();
    expect(give(file, '03-02 10:10', head, { type: 'RejectLevelChange', reason: '不同意' })).toBe('done');
    expect(file.state).toMatchObject({ provisional: true, warningLevel: high, lowering: null });
    expect(give(file, '03-02 10:11', person(opener), confirm(high))).toBe('done');
    expect(file.state).toMatchObject({ provisional: false, warningLevel: high });
  });

  it('opened at the table’s level or above it is determined at once', () => {
    expect(open({ bureau, level: high, proposed: high, by: person(opener) }).state.provisional).toBe(false);
    expect(open({ bureau, level: high, proposed: low, by: person(opener) }).state).toMatchObject({
      provisional: false,
      warningLevel: high,
    });
  });
});

describe('yinzhou E 四(一): opened low by who may only propose', () => {
  it('stands at the table’s level, which the leader determines or, with a second person, lowers', () => {
    const file = open({ bureau: 'yinzhou', level: 'general', proposed: 'major' });
    expect(file.state).toMatchObject({ provisional: true, warningLevel: 'major', lowering: null });
    expect(give(file, '03-02 10:10', leader, confirm('general'))).toBe('done');
    expect(file.state).toMatchObject({ provisional: true, lowering: { to: 'general' } });
    expect(give(file, '03-02 10:11', leader, approve)).toBe('SECOND_PERSON_REQUIRED');
    expect(give(file, '03-02 10:12', head, approve)).toBe('done');
    expect(file.state).toMatchObject({ provisional: false, warningLevel: 'general' });
  });
});

describe.each<[string, { determiner: string; level: string; higher: string; changer: string }]>([
  [
    'leizhou 办法 第十四条 ②',
    { determiner: 'dutyOfficer', level: 'yellow', higher: 'red', changer: 'dutyOfficer' },
  ],
  [
    'nanning B 四(三) ①',
    { determiner: 'dutyOfficer', level: 'general', higher: 'major', changer: 'dutyOfficer' },
  ],
  [
    'hohhot C 研判 ①',
    { determiner: 'commandGroup', level: 'medium', higher: 'major', changer: 'commandGroup' },
  ],
  [
    'petition D 第六条 ①',
    { determiner: 'deputyLeader', level: 'general', higher: 'major', changer: 'dutyOfficer' },
  ],
  [
    'yinzhou E 四(一)',
    { determiner: 'deputyLeader', level: 'general', higher: 'major', changer: 'dutyOfficer' },
  ],
])(
  '%s: a later item above the determined level asks the office again',
  (title, { determiner, level, higher, changer }) => {
    const bureau = title.split(' ')[0]!;
    const asked = () => {
      const by = person(bureau === 'yinzhou' ? 'dutyOfficer' : determiner);
      const file = open({ bureau, level, by });
      if (file.state.provisional) give(file, '03-02 10:05', person(determiner), confirm(level));
      give(file, '03-02 11:00', system, item('graver', higher));
      return file;
    };
    const keep = { ...confirm(level), reason: '与前一致' } as ReturnType<typeof confirm>;

    it('within the target, and the level stays meanwhile', () => {
      const file = asked();
      expect(file.state).toMatchObject({ provisional: false, warningLevel: level });
      expect(file.duty('reviewGrade')).toMatchObject({ status: 'open', next: { due: at('03-02 11:30') } });
    });

    it('also at the level from which two persons had lowered it; once kept, the same level asks no more', () => {
      const opener = person(bureau === 'yinzhou' ? 'dutyOfficer' : determiner);
      const file = open({ bureau, level: higher, by: opener });
      if (file.state.provisional) give(file, '03-02 10:05', person(determiner), confirm(higher));
      const lower = { type: 'ChangeLevel', level, reason: '趋缓', authority: 'change' } as const;
      expect(give(file, '03-02 10:10', person(changer), lower)).toBe('done');
      const approvers = ['officeHead', 'deputyLeader', 'chiefLeader'];
      const isLowered = approvers.some(
        (role) =>
          give(file, '03-02 10:20', person(role, 'p-second'), { type: 'ApproveLevelChange' }) === 'done',
      );
      expect(isLowered).toBe(true);
      const asks = () => file.state.regrades.length;
      give(file, '03-02 11:00', system, item('again', higher));
      expect(asks()).toBe(1);
      expect(give(file, '03-02 11:10', person(determiner), keep)).toBe('done');
      give(file, '03-02 11:20', system, item('and-again', higher));
      expect(asks()).toBe(1);
    });

    it('保留 answers it, with a reason', () => {
      const file = asked();
      expect(give(file, '03-02 11:10', person(determiner), confirm(level))).toBe('REASON_REQUIRED');
      expect(give(file, '03-02 11:10', person(determiner), keep)).toBe('done');
      expect(owed(file, 'reviewGrade').map(([, outcome]) => outcome)).toEqual(['fulfilled']);
      expect(give(file, '03-02 11:11', person(determiner), keep)).toBe('GRADE_ALREADY_CONFIRMED');
    });

    it('升级 answers it', () => {
      const file = asked();
      const asking = file.log.length;
      expect(give(file, '03-02 11:10', person(changer), change(higher, asking))).toBe('done');
      expect(owed(file, 'reviewGrade').map(([, outcome]) => outcome)).toEqual(['fulfilled']);
      expect(file.state.warningLevel).toBe(higher);
    });

    it('is chased up to the chief while nobody answers', () => {
      const file = asked();
      file.runTo('03-02 13:00');
      const roles = file.log.flatMap(({ events }) =>
        events.flatMap((event) =>
          event.type === 'NoticesMade'
            ? event.notices.filter(({ duty }) => duty === 'reviewGrade').map(({ role }) => role)
            : [],
        ),
      );
      expect(roles).toContain('chiefLeader');
    });

    it('an item that is no graver asks nothing', () => {
      const file = open({ bureau, level, by: person(bureau === 'yinzhou' ? 'dutyOfficer' : determiner) });
      if (file.state.provisional) give(file, '03-02 10:05', person(determiner), confirm(level));
      give(file, '03-02 11:00', system, item('same', level));
      expect(file.duty('reviewGrade')).toBeUndefined();
    });
  },
);

describe('leizhou 附件2 五(一)①: what a unit opens low', () => {
  it('is not low: it stands at the table’s level, and nobody has asked to lower it', () => {
    const file = open({
      level: 'routine',
      proposed: 'orange',
      by: { ...person('unitLiaison'), unit: 'food' },
      sources: [{ kind: 'unit-found' }],
    });
    expect(file.state).toMatchObject({ provisional: true, warningLevel: 'orange', lowering: null });
    expect(give(file, '03-02 10:10', officer, confirm('orange'))).toBe('done');
  });
});
