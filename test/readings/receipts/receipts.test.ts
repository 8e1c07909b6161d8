import { describe, expect, it } from 'vitest';
import type { Source } from '../../../shared/case/events.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, head, officer } from '../../support/case-file.ts';
import { assigned, confirm, eventsOf, type File, give, item, open, owed, person } from '../given.ts';

const report = (form: string, more: { answers?: string[]; madeAt?: string } = {}): CaseCommand => ({
  type: 'FileReport',
  kind: 'first',
  form,
  to: ['zhanjiang'],
  ...more,
});
const add = (file: File, when: string, source: Source) =>
  give(file, when, officer, { type: 'AddSource', source });
/** 黄, assigned as 1号 at 08:00. */
const yellow = (reference: string | undefined = '1号') =>
  open({ level: 'yellow', when: '03-02 08:05', sources: [assigned('03-02 08:00', reference)] });
const twice = () => {
  const file = yellow();
  expect(add(file, '03-02 10:05', assigned('03-02 10:00', '2号'))).toBe('done');
  return file;
};

describe('leizhou 办法 第二十二条(二)黄 电话: every 交办 is owed its own answer', () => {
  it('owes the second one though the first was answered', () => {
    const file = yellow();
    give(file, '03-02 09:00', officer, report('telephone'));
    give(file, '03-02 09:30', officer, report('written'));
    expect(add(file, '03-06 09:05', assigned('03-06 09:00', '2号'))).toBe('done');
    expect(owed(file, 'zhanjiangTelephone')).toEqual([
      [at('03-02 20:00'), 'fulfilled'],
      [at('03-06 21:00'), 'open'],
    ]);
    expect(owed(file, 'zhanjiangWritten')).toEqual([
      [at('03-03 08:00'), 'fulfilled'],
      [at('03-07 09:00'), 'open'],
    ]);
  });

  it.each([
    ['03-06 20:59:59', 'fulfilled'],
    ['03-06 21:00:00', 'fulfilled'],
    ['03-06 21:00:01', 'fulfilledLate'],
  ])('answered at %s, the second of 09:00 is %s', (when, outcome) => {
    const file = yellow();
    give(file, '03-02 09:00', officer, report('telephone'));
    add(file, '03-06 09:05', assigned('03-06 09:00', '2号'));
    expect(give(file, when, officer, report('telephone'))).toBe('done');
    expect(owed(file, 'zhanjiangTelephone')[1]?.[1]).toBe(outcome);
  });

  it('is not answered from before it came, to the second', () => {
    const outcomes = ['03-02 09:59:59', '03-02 10:00:00', '03-02 10:00:01'].map((madeAt) => {
      const file = twice();
      give(file, '03-02 10:10', officer, report('telephone', { madeAt: at(madeAt) }));
      return owed(file, 'zhanjiangTelephone')[1]?.[1];
    });
    expect(outcomes).toEqual(['open', 'fulfilled', 'fulfilled']);
  });

  it('is answered with all before it by one that names none', () => {
    const file = twice();
    give(file, '03-02 11:00', officer, report('telephone'));
    expect(owed(file, 'zhanjiangTelephone').map(([, outcome]) => outcome)).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
  });

  it.each([
    [['1号'], ['fulfilled', 'open']],
    [['2号'], ['open', 'fulfilled']],
    [
      ['1号', '2号'],
      ['fulfilled', 'fulfilled'],
    ],
    [['3号'], ['open', 'open']],
  ])('an answer to %o leaves them %o', (answers, outcomes) => {
    const file = twice();
    give(file, '03-02 11:00', officer, report('telephone', { answers }));
    expect(owed(file, 'zhanjiangTelephone').map(([, outcome]) => outcome)).toEqual(outcomes);
  });

  it('is chased for itself', () => {
    const file = twice();
    give(file, '03-02 11:00', officer, report('telephone', { answers: ['1号'] }));
    file.runTo('03-02 22:30');
    expect(eventsOf(file, 'DutyOverdue', 'zhanjiangTelephone')).toMatchObject([
      { occurrence: '2', when: at('03-02 22:30') },
    ]);
  });
});

describe('leizhou 办法 第二十二条(二)黄 书面: one number is one receipt', () => {
  it('by whatever way it came, and its earliest time counts', () => {
    const file = yellow();
    expect(add(file, '03-02 08:30', assigned('03-02 08:20', '1号'))).toBe('done');
    expect(owed(file, 'zhanjiangWritten')).toEqual([[at('03-03 08:00'), 'open']]);
    expect(add(file, '03-02 08:40', assigned('03-02 07:30', '1号'))).toBe('done');
    expect(owed(file, 'zhanjiangWritten')).toEqual([[at('03-03 07:30'), 'open']]);
  });

  it('without a number the office says which it is', () => {
    const file = yellow('');
    expect(add(file, '03-02 10:00', assigned('03-02 09:50'))).toBe('RECEIPT_UNCLEAR');
    expect(add(file, '03-02 10:01', { ...assigned('03-02 09:50'), same: true })).toBe('done');
    expect(owed(file, 'zhanjiangWritten')).toEqual([[at('03-03 08:00'), 'open']]);
    expect(add(file, '03-02 10:02', { ...assigned('03-02 09:50'), same: false })).toBe('done');
    expect(owed(file, 'zhanjiangWritten')).toEqual([
      [at('03-03 08:00'), 'open'],
      [at('03-03 09:50'), 'open'],
    ]);
  });

  it('同一件 moves nothing, not even earlier', () => {
    const file = yellow();
    add(file, '03-02 10:01', { ...assigned('03-02 07:00'), same: true });
    expect(owed(file, 'zhanjiangWritten')).toEqual([[at('03-03 08:00'), 'open']]);
  });
});

describe('leizhou 办法 第二十五条(三): what else starts from 收到 is owed for each 交办', () => {
  it('startMechanism is, and 市委、市政府 and an instruction are no 交办', () => {
    const file = twice();
    expect(owed(file, 'startMechanism').map(([due]) => due)).toEqual([at('03-02 08:00'), at('03-02 10:00')]);
    add(file, '03-02 11:00', { kind: 'city-prompted', receivedAt: at('03-02 10:50'), reference: '3号' });
    give(file, '03-02 11:01', officer, {
      type: 'RecordInstruction',
      from: 'superior',
      text: '速办',
      madeAt: at('03-02 10:55'),
    });
    expect(owed(file, 'zhanjiangTelephone')).toHaveLength(2);
  });
});

describe('leizhou 办法 第二十五条(二): 责成核实 for a 批示, a 提示, and a 蓝 交办', () => {
  it('is owed for each, and not for a 交办 at 黄 and above', () => {
    const at08 = (level: string) =>
      open({
        level,
        when: '03-02 08:05',
        sources: [
          assigned('03-02 08:00', '1号'),
          { kind: 'city-prompted', receivedAt: at('03-02 07:50'), reference: '2号' },
        ],
      });
    expect(owed(at08('blue'), 'verifySource').map(([due]) => due)).toEqual([
      at('03-02 08:00'),
      at('03-02 07:50'),
    ]);
    expect(owed(at08('yellow'), 'verifySource').map(([due]) => due)).toEqual([at('03-02 07:50')]);
  });
});

describe('a receipt that an item brings', () => {
  it('is one with that of the same number, and another with another', () => {
    const file = yellow();
    const brought = (id: string, reference: string): CaseCommand => ({
      ...(item(id, 'yellow') as Extract<CaseCommand, { type: 'AttachItem' }>),
      source: assigned('03-02 09:00', reference),
    });
    give(file, '03-02 09:05', person('system', 'system'), brought('a', '1号'));
    expect(owed(file, 'zhanjiangTelephone')).toHaveLength(1);
    give(file, '03-02 09:06', person('system', 'system'), brought('b', '2号'));
    expect(owed(file, 'zhanjiangTelephone')).toHaveLength(2);
    expect(give(file, '03-02 09:07', head, confirm('yellow'))).toBe('GRADE_ALREADY_CONFIRMED');
  });
});
