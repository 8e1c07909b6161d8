import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { at, leader, officer, system } from '../support/case-file.ts';
import { assigned, type File, give, item, open, owed } from './given.ts';

const change = (level: string, newFact?: number): CaseCommand => ({
  type: 'ChangeLevel',
  level,
  reason: '扩散',
  authority: 'change',
  ...(newFact === undefined ? {} : { newFact }),
});
/** Something new comes, and for it the level is raised. */
const grow = (file: File, when: string, level: string, who = officer): string => {
  give(file, when, system, item(`new-${file.log.length}`, 'blue'));
  return give(file, when, who, change(level, file.log.length));
};
/** An instruction is entered by the leader who gives it. */
const giver = ({ type }: CaseCommand) =>
  type === 'AttachItem' ? system : type === 'RecordInstruction' ? leader : officer;

describe('leizhou 办法 第二十三条(一)②: a raise is 发酵 or 更正', () => {
  const yellow = () =>
    open({ level: 'yellow', when: '03-02 10:30', sources: [assigned('03-02 10:00', '1号')] });

  it.each([
    ['更正: from its own 收到', false, '03-02 13:00'],
    ['发酵: from the raise', true, '03-02 15:00'],
  ])('counts the receipt limits of 橙 as %s', (_, isGrowth, due) => {
    const file = yellow();
    expect(
      isGrowth ? grow(file, '03-02 12:00', 'orange') : give(file, '03-02 12:00', officer, change('orange')),
    ).toBe('done');
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at(due), 'open']]);
  });

  it('of 黄 the twelve hours are not put off by growing', () => {
    const file = yellow();
    grow(file, '03-02 20:30', 'orange');
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 22:00'), 'open']]);
  });

  it.each([
    ['03-03 10:29:59', 'done'],
    ['03-03 10:30:00', 'done'],
    ['03-03 10:30:01', 'NEW_FACT_REQUIRED'],
  ])('without anything new at %s, 定级 having been at 10:30 the day before: %s', (when, code) => {
    expect(give(yellow(), when, officer, change('orange'))).toBe(code);
  });

  it('is growth after that, for what is named: an item, a source, an instruction later than 定级', () => {
    for (const command of [
      item('new', 'blue'),
      { type: 'AddSource', source: { kind: 'city-prompted', receivedAt: at('03-04 08:00') } },
      { type: 'RecordInstruction', from: 'bureau', text: '速办' },
    ] as CaseCommand[]) {
      const file = yellow();
      give(file, '03-04 09:00', giver(command), command);
      expect(give(file, '03-04 09:10', officer, change('orange', file.log.length)), command.type).toBe(
        'done',
      );
      expect(owed(file, 'zhanjiangTelephone')[0]?.[0]).toBe(at('03-02 22:00'));
    }
  });

  it('names nothing that came before 定级, and nothing else of the log', () => {
    const file = yellow();
    expect(give(file, '03-02 12:00', officer, change('orange', 1))).toBe('NEW_FACT_UNKNOWN');
    give(file, '03-02 12:01', officer, {
      type: 'SetFlags',
      add: ['specialPeriod'],
      remove: [],
      reason: '3·15',
    });
    expect(give(file, '03-02 12:02', officer, change('orange', file.log.length))).toBe('NEW_FACT_UNKNOWN');
    expect(give(file, '03-02 12:03', officer, change('orange', 99))).toBe('NEW_FACT_UNKNOWN');
  });

  it.each([
    ['03-02 12:59:59', 'due', null],
    ['03-02 13:00:00', 'due', 'raise'],
    ['03-02 13:00:01', 'overdue', 'raise'],
  ])('corrected at %s, its three hours of 13:00 are %s: %s', (when, stage, how) => {
    const file = yellow();
    give(file, when, officer, change('orange'));
    expect(file.duty('zhanjiangTelephone')?.next?.stage).toBe(stage);
    expect(file.duty('zhanjiangTelephone')?.foundLate?.how ?? null).toBe(how);
  });
});

describe('petition D 第四条(三) 重大 30min: a raise after 发现 finds the limit past', () => {
  it.each([
    ['03-02 08:29:59', null],
    ['03-02 08:30:00', 'raise'],
    ['03-02 08:30:01', 'raise'],
  ])('raised at %s: %s, and no raise asks for something new where no limit counts from it', (when, how) => {
    const file = open({
      bureau: 'petition',
      level: 'general',
      when: '03-02 08:00',
      by: leader,
      instants: { detectedAt: '03-02 08:00' },
    });
    expect(give(file, when, officer, change('major'))).toBe('done');
    expect(owed(file, 'notifyUnits')).toEqual([[at('03-02 08:30'), 'open']]);
    expect(file.duty('notifyUnits')?.foundLate?.how ?? null).toBe(how);
  });
});
