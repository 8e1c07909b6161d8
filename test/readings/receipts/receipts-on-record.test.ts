import { describe, expect, it } from 'vitest';
import type { Source } from '../../../shared/case/events.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, head, officer } from '../../support/case-file.ts';
import { assigned, correct, type File, give, open, owed, person } from '../given.ts';

const call = (more: { answers?: string[]; madeAt?: string } = {}): CaseCommand => ({
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  to: ['zhanjiang'],
  ...more,
});
const add = (file: File, when: string, source: Source, by = officer) =>
  give(file, when, by, { type: 'AddSource', source });
const take = (file: File, when: string, act: number, by = head) =>
  give(file, when, by, { type: 'WithdrawAct', act, reason: '误录' });
/** 红, opened at 08:00 with these; three hours from each receipt. */
const red = (...sources: Source[]) =>
  open({ when: '03-02 08:00', sources: [{ kind: 'monitored' }, ...sources] });
const telephone = (file: File) => owed(file, 'zhanjiangTelephone');
const outcomes = (file: File) => telephone(file).map(([, outcome]) => outcome);
const prompted = (receivedAt: string, reference?: string): Source => ({
  ...assigned(receivedAt, reference),
  kind: 'zhanjiang-prompted',
});

describe('leizhou 办法 第二十二条(二)橙+ 电话: 同一件', () => {
  it('is no paper with a number of its own', () => {
    const file = red(assigned('03-02 08:00', '湛1号'));
    give(file, '03-02 08:30', officer, call());
    const again = { ...assigned('03-02 10:00', '湛2号'), same: true };
    expect(add(file, '03-02 10:00', again)).toBe('RECEIPT_UNCLEAR');
    expect(add(file, '03-02 10:00', { ...again, reference: '湛1号' })).toBe('done');
    expect(outcomes(file)).toEqual(['fulfilled']);
    const opening = open({ when: '03-02 07:00' });
    expect(add(opening, '03-02 10:00', again)).toBe('RECEIPT_UNCLEAR');
  });

  it.each([undefined, '湛1号'])('a 提示 and a 交办 are two, under the number %s', (reference) => {
    const file = red(prompted('03-02 08:00', reference));
    give(file, '03-02 09:00', officer, call());
    const same = reference === undefined ? { same: true } : {};
    expect(add(file, '03-02 10:00', { ...assigned('03-02 10:00', reference), ...same })).toBe('done');
    expect(telephone(file)).toEqual([
      [at('03-02 11:00'), 'fulfilled'],
      [at('03-02 13:00'), 'open'],
    ]);
  });
});

describe('leizhou 办法 第二十二条(二)橙+ 电话: what an answer names', () => {
  it('is there: 同一件 is no second receipt, and what no duty is owed for has no number', () => {
    const file = red(assigned('03-02 08:00', '湛1号'), { kind: 'monitored', receivedAt: at('03-02 07:00') });
    add(file, '03-02 08:20', { ...assigned('03-02 08:20'), same: true });
    expect(give(file, '03-02 08:30', officer, call({ answers: ['2'] }))).toBe('ANSWER_UNKNOWN');
    expect(give(file, '03-02 08:30', officer, call({ answers: ['1'] }))).toBe('done');
    expect(outcomes(file)).toEqual(['fulfilled']);
  });

  it('was not taken back', () => {
    const file = red(assigned('03-02 08:00', '湛1号'));
    add(file, '03-02 08:20', assigned('03-02 08:20', '湛2号'));
    take(file, '03-02 08:25', file.state.version);
    expect(give(file, '03-02 08:30', officer, call({ answers: ['湛2号'] }))).toBe('ANSWER_UNKNOWN');
    expect(give(file, '03-02 08:30', officer, call({ answers: ['2'] }))).toBe('ANSWER_UNKNOWN');
  });

  it('a 批示 alone is no receipt', () => {
    const file = red(assigned('03-02 08:00', '湛1号'));
    give(file, '03-02 08:10', officer, {
      type: 'RecordInstruction',
      from: 'superior',
      text: '报告伤亡人数',
      task: '报告伤亡人数',
      to: { role: 'officeHead' },
    });
    const entry = String(file.state.version);
    expect(give(file, '03-02 08:20', officer, call({ answers: [entry] }))).toBe('done');
    expect(outcomes(file)).toEqual(['open']);
    give(file, '03-02 08:30', officer, call({ answers: [entry, '湛1号'] }));
    expect(outcomes(file)).toEqual(['fulfilled']);
  });

  it('is the 收文号, and the place only where no receipt bears that number', () => {
    const file = red(assigned('03-02 08:00', '2'), assigned('03-02 08:00', '湛2号'));
    give(file, '03-02 08:20', officer, call({ answers: ['2'] }));
    expect(outcomes(file)).toEqual(['fulfilled', 'open']);
    const plain = red(assigned('03-02 08:00', '湛1号'), assigned('03-02 08:00', '湛2号'));
    give(plain, '03-02 08:20', officer, call({ answers: ['2'] }));
    expect(outcomes(plain)).toEqual(['open', 'fulfilled']);
  });

  it('keeps its place when one before it is taken back', () => {
    const file = red();
    add(file, '03-02 08:05', assigned('03-02 08:00', '湛1号'));
    const first = file.state.version;
    add(file, '03-02 09:05', assigned('03-02 09:00', '湛2号'));
    give(file, '03-02 09:10', officer, call({ answers: ['湛1号'] }));
    expect(take(file, '03-02 09:20', first)).toBe('done');
    expect(telephone(file)).toEqual([[at('03-02 12:00'), 'open']]);
    expect(file.duty('zhanjiangTelephone')?.current.occurrence).toBe('2');
    give(file, '03-02 09:30', officer, call({ answers: ['2'] }));
    expect(outcomes(file)).toEqual(['fulfilled']);
  });
});

describe('leizhou 办法 第二十二条(二)橙+ 电话: an answer from before the receipt was on record', () => {
  /** 湛1号 answered at 09:00; 湛2号 of 10:00, entered then. */
  const two = () => {
    const file = red(assigned('03-02 08:00', '湛1号'));
    give(file, '03-02 09:00', officer, call());
    add(file, '03-02 10:00', assigned('03-02 10:00', '湛2号'));
    return file;
  };
  it('does not meet it when its 收到 is put before that answer', () => {
    const file = two();
    file.runTo('03-02 14:00');
    const put = correct('receivedAt', '03-02 08:50', { source: '湛2号', reference: '湛2号来文' });
    expect(give(file, '03-02 14:00', officer, put)).toBe('done');
    expect(outcomes(file)).toEqual(['fulfilled', 'open']);
  });

  it('does not meet one that is entered afterwards as received before it', () => {
    const file = red(assigned('03-02 08:00', '湛1号'));
    give(file, '03-02 09:00', officer, call());
    add(file, '03-02 14:00', assigned('03-02 08:50', '湛2号'));
    expect(outcomes(file)).toEqual(['fulfilled', 'open']);
  });

  it('is entered anew under its number, as the 补录 that it is', () => {
    const file = red();
    give(file, '03-02 09:00', officer, call());
    add(file, '03-02 09:05', assigned('03-02 08:30', '湛1号'));
    expect(outcomes(file)).toEqual(['open']);
    const named = call({ answers: ['湛1号'], madeAt: at('03-02 09:00') });
    expect(give(file, '03-02 09:10', officer, named)).toBe('done');
    expect(outcomes(file)).toEqual(['fulfilled']);
  });

  it.each([
    ['03-02 09:59:59', 'open'],
    ['03-02 10:00:00', 'fulfilled'],
    ['03-02 10:00:01', 'fulfilled'],
  ])('made at %s, before or after the latest that had been said of it: %s', (madeAt, outcome) => {
    const file = two();
    give(file, '03-02 10:30', officer, call({ madeAt: at(madeAt) }));
    give(
      file,
      '03-02 10:40',
      officer,
      correct('receivedAt', '03-02 09:30', { source: '湛2号', reference: '湛2号来文' }),
    );
    expect(outcomes(file)[1]).toBe(outcome);
  });

  it('the usual night: the 交办 is entered, then the call', () => {
    const file = red(assigned('03-02 08:00', '湛1号'));
    give(file, '03-02 08:30', officer, call({ madeAt: at('03-02 08:10') }));
    expect(outcomes(file)).toEqual(['fulfilled']);
  });
});

describe('leizhou 办法 第二十二条(二)橙+ 电话: a receipt that is taken back and entered anew', () => {
  const entered = () => {
    const file = red();
    add(file, '03-02 08:05', assigned('03-02 08:00', '湛1号'));
    return { file, act: file.state.version };
  };
  it('keeps the earliest instant that stood on record', () => {
    const { file, act } = entered();
    expect(take(file, '03-02 10:50', act, officer)).not.toBe('done');
    expect(take(file, '03-02 10:50', act)).toBe('done');
    expect(add(file, '03-02 11:00', assigned('03-02 11:00', '湛1号'), head)).toBe('done');
    expect(telephone(file)).toEqual([[at('03-02 11:00'), 'open']]);
  });

  it.each([
    ['03-02 08:04:59', 'done'],
    ['03-02 08:05:00', 'done'],
    ['03-02 08:05:01', 'INSTANT_IN_FUTURE'],
  ])('and is put later no further than its first entry: %s is %s', (local, code) => {
    const { file, act } = entered();
    take(file, '03-02 10:50', act);
    add(file, '03-02 11:00', assigned('03-02 11:00', '湛1号'));
    expect(give(file, '03-02 11:01', head, correct('receivedAt', local, { reference: '湛1号来文' }))).toBe(
      code,
    );
  });

  it('what was late stays late', () => {
    const { file, act } = entered();
    file.runTo('03-02 11:30');
    give(file, '03-02 12:00', officer, call());
    take(file, '03-02 12:10', act);
    add(file, '03-02 12:12', assigned('03-02 12:00', '湛1号'));
    expect(telephone(file)).toEqual([[at('03-02 11:00'), 'fulfilledLate']]);
  });

  it('is not told from a new one without a number, unless the office says which', () => {
    const file = red();
    add(file, '03-02 08:05', assigned('03-02 08:00'));
    take(file, '03-02 09:00', file.state.version);
    expect(add(file, '03-02 09:05', assigned('03-02 09:00'))).toBe('RECEIPT_UNCLEAR');
    expect(add(file, '03-02 09:06', { ...assigned('03-02 09:00'), same: true })).toBe('done');
    expect(telephone(file)).toEqual([[at('03-02 11:00'), 'open']]);
  });
});

describe('hohhot C 反馈 12–24h: prompts', () => {
  const group = person('commandGroup');
  const prompt = (local: string, reference: string): Source => ({
    kind: 'cac-prompted',
    receivedAt: at(local),
    reference,
  });
  it('a feedback from before the second prompt was entered does not meet it', () => {
    const file = open({
      bureau: 'hohhot',
      level: 'medium',
      by: group,
      when: '03-02 20:05',
      sources: [prompt('03-02 20:00', '网1号')],
    });
    give(file, '03-03 09:00', group, {
      type: 'FileReport',
      kind: 'feedback',
      form: 'written',
      to: ['propagandaCyberspace'],
    });
    add(file, '03-03 10:00', prompt('03-03 08:30', '网2号'), group);
    expect(owed(file, 'feedback')).toEqual([
      [at('03-03 20:00'), 'fulfilled'],
      [at('03-04 08:30'), 'open'],
    ]);
  });
});
