import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf, isPerUnit, openableLevels } from '../../../shared/regulations/lookup.ts';
import { whoIs } from '../../../shared/rules/persons.ts';
import { newlyAwaited } from '../../../shared/rules/tasks/awaited.ts';
import { type Task, tasksIn, tasksOf } from '../../../shared/rules/tasks/tasks-of.ts';
import { enteredFor } from '../../support/approvals.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, chief, group, head, liaison, officer, opening } from '../../support/case-file.ts';
import { rosterOf } from '../../support/roster.ts';
import { open } from './levels/given.ts';

// 签收 and 报请启动应急预案: what a text asks for stands in the list of whoever it asks, as long as it is wanted.

describe.each(['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'])('%s: 签收', (bureau) => {
  const regulation = regulations[bureau]!;
  const [first, second] = regulation.units.map(({ id }) => id) as [string, string];
  const level = openableLevels(regulation)[0]!.id;
  const ofUnits = giversOf(regulation, 'Acknowledge', level).filter((role) => isPerUnit(regulation, role));
  const in_ = (unit: string): Actor => ({
    ...{ id: `p-${unit}`, name: '联络员', role: ofUnits[0]!, unit },
  });
  const assigner: Actor = {
    ...{ id: 'p-office', name: '办公室' },
    role: giversOf(regulation, 'AssignUnit', level).find((role) => !isPerUnit(regulation, role))!,
  };
  const signs: Actor = {
    ...{ id: 'p-other', name: '值班员' },
    role: giversOf(regulation, 'Acknowledge', level).find((role) => !isPerUnit(regulation, role))!,
  };
  const opened = (facts: Parameters<typeof opening>[0] = {}) => {
    const file = caseFile(regulation);
    const sources = [{ kind: regulation.sources[0]!.id }];
    file.give('03-02 10:30', assigner, opening({ level, sources, unit: first, ...facts }));
    return file;
  };
  type File = ReturnType<typeof opened>;
  const owed = ({ state }: File): Task[] =>
    tasksIn(regulation, state).filter(({ kind }) => kind === 'acknowledge');
  const give = (file: File, when: string, who: Actor, command: Parameters<File['give']>[2]) =>
    expect(file.give(when, who, command).refusal).toBeNull();

  it('is owed by the posts of the unit that may give it, since the unit has the case', () => {
    expect(owed(opened())).toMatchObject([
      {
        text: '请签收案卷',
        at: at('03-02 10:30'),
        due: null,
        to: { posts: ofUnits.map((role) => ({ role, unit: first })), people: [] },
        commands: [{ type: 'Acknowledge', carries: {} }],
      },
    ]);
    expect(owed(opened({ flags: ['secret'], title: '见纸质件' }))).toHaveLength(1);
  });

  it('is in the list of that unit alone', () => {
    const file = opened();
    const roster = rosterOf([in_(first), in_(second), signs]);
    const lists = [in_(first), in_(second), signs].map((who) =>
      tasksOf(whoIs(roster, who), [{ regulation, state: file.state }], { roster, now: file.state.lastAt }),
    );
    expect(lists.map((list) => list.some(({ kind }) => kind === 'acknowledge'))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is over once the unit has signed, not by the word of another', () => {
    const file = opened();
    give(file, '03-02 10:31', signs, { type: 'Acknowledge' });
    expect(owed(file)).toHaveLength(1);
    give(file, '03-02 10:32', in_(first), { type: 'Acknowledge' });
    expect(owed(file)).toEqual([]);
  });

  it('is owed by whichever unit has the case, anew when it comes back', () => {
    const file = opened({ unit: undefined });
    expect(owed(file)).toEqual([]);
    const assign = (when: string, unit: string): void => {
      give(file, when, assigner, { type: 'AssignUnit', unit });
      expect(owed(file).map((task) => [task.at, task.to.posts[0]!.unit])).toEqual([[at(when), unit]]);
    };
    assign('03-02 10:40', first);
    assign('03-02 10:50', second);
    give(file, '03-02 10:51', in_(second), { type: 'Acknowledge' });
    expect(owed(file)).toEqual([]);
    assign('03-02 11:00', first);
  });

  it('is over with the case', () => {
    const { state } = opened();
    for (const status of ['concluded', 'archived'] as const)
      expect(tasksIn(regulation, { ...state, status }).filter(({ kind }) => kind === 'acknowledge')).toEqual(
        [],
      );
  });
});

describe('报请启动应急预案', () => {
  const roster = rosterOf([officer, head, chief, group, liaison]);
  type File = ReturnType<typeof open>;
  const asked = ({ state }: File): Task[] =>
    tasksIn(leizhou, state).filter(({ commands }) => commands[0]?.type === 'StartPlan');
  const ofWord = (file: File): Task[] => asked(file).filter(({ kind }) => kind === 'confirm');
  const textsOf = (file: File, who: Actor): string[] =>
    tasksOf(whoIs(roster, who), [{ regulation: leizhou, state: file.state }], {
      roster,
      now: file.state.lastAt,
    })
      .filter(({ kind, commands }) => kind === 'confirm' && commands[0]?.type === 'StartPlan')
      .map(({ text }) => text);
  const request = (file: File, when: string, reason = '影响较大') =>
    expect(file.give(when, head, { type: 'RequestPlan', reason }).refusal).toBeNull();
  const start = (file: File, when: string) =>
    expect(file.give(when, chief, { type: 'StartPlan' }).refusal).toBeNull();

  it('waits for those who may start the plan, with who asked and why', () => {
    const file = open('red');
    expect(ofWord(file)).toEqual([]);
    request(file, '03-02 11:00');
    const said = '办公室负责人报请启动应急预案,请审批:影响较大';
    expect([chief, group, head, officer, liaison].map((who) => textsOf(file, who))).toEqual([
      [said],
      [said],
      [],
      [],
      [],
    ]);
    expect(ofWord(file)).toMatchObject([
      {
        at: at('03-02 11:00'),
        due: null,
        act: file.state.version,
        entered: { text: '报请启动应急预案待审批:影响较大', by: { id: head.id } },
      },
    ]);
  });

  it('says for whom it was entered', () => {
    const file = open('red');
    file.give('03-02 10:40', liaison, { type: 'Acknowledge' });
    const { onBehalf } = enteredFor(liaison, '03-02 10:50', 'statementApproved');
    const outcome = file.give('03-02 11:00', officer, {
      ...{ type: 'RequestPlan', reason: '影响较大' },
      ...(onBehalf === undefined ? {} : { onBehalf }),
    });
    expect(outcome.refusal?.message ?? null).toBeNull();
    expect(ofWord(file).map(({ text }) => text)).toEqual([
      '值班员代股室舆情联络员报请启动应急预案,请审批:影响较大',
    ]);
  });

  it('is over once the plan is started, and does not come back when it ends', () => {
    const file = open('red');
    request(file, '03-02 11:00');
    start(file, '03-02 11:10');
    expect(ofWord(file)).toEqual([]);
    request(file, '03-02 11:15', '仍需');
    expect(ofWord(file)).toEqual([]);
    expect(file.give('03-02 12:00', chief, { type: 'EndPlan', reason: '已平稳' }).refusal).toBeNull();
    expect(ofWord(file)).toEqual([]);
    request(file, '03-02 13:00', '再度升温');
    expect(ofWord(file).map(({ text }) => text)).toEqual(['办公室负责人报请启动应急预案,请审批:再度升温']);
  });

  it('is over where it was taken back, and with the case', () => {
    const file = open('red');
    request(file, '03-02 11:00');
    const { state } = file;
    for (const status of ['concluded', 'archived'] as const)
      expect(
        tasksIn(leizhou, { ...state, status }).filter(({ key }) => key === `plan#${state.version}`),
      ).toEqual([]);
    const withdrawn = file.give('03-02 11:05', head, {
      ...{ type: 'WithdrawAct', act: state.version, reason: '录错' },
    });
    expect(withdrawn.refusal).toBeNull();
    expect(ofWord(file)).toEqual([]);
  });

  it('is told to whoever asks before he asks', () => {
    const file = open('red');
    const before = file.state;
    request(file, '03-02 11:00');
    const context = { regulation: leizhou, now: at('03-02 11:00'), actor: head, roster };
    expect(newlyAwaited(context, before, file.state)).toContainEqual({
      text: '办公室负责人报请启动应急预案,请审批:影响较大',
      roles: ['leadingGroup', 'chiefLeader'],
      person: null,
      isThere: true,
    });
  });
});
