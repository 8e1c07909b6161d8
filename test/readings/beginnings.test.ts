import { describe, expect, it } from 'vitest';
import { at, head, leader, officer, system } from '../support/case-file.ts';
import { correct, eventsOf, type Found, give, item, open, person } from './given.ts';

const publication = (publishedAt: string): Found['facts'] => ({
  items: [{ feed: 'f', id: 'first', title: '首帖', publishedAt: at(publishedAt) }],
});
/** A red case of which the event and the first publication are known. */
const both = (more: Found = {}) =>
  open({
    when: '03-02 09:30',
    instants: { eventAt: '03-02 02:00', publishedAt: '03-02 09:00', detectedAt: '03-02 09:30' },
    ...more,
  });

describe('leizhou 办法 第二十一条(二)红 ②: 舆情发生 is the first publication, not the event', () => {
  it.each([
    ['03-02 13:59:59', 'fulfilled'],
    ['03-02 14:00:00', 'fulfilled'],
    ['03-02 14:00:01', 'fulfilledLate'],
  ])('published at %s, five hours after the first post, it is %s', (when, outcome) => {
    const file = both();
    expect(file.due('publicResponse')).toBe(at('03-02 14:00'));
    give(file, '03-02 10:00', leader, { type: 'RecordAction', action: 'statementApproved' });
    expect(give(file, when, head, { type: 'RecordPublication', form: 'authoritative' })).toBe('done');
    expect(file.duty('publicResponse')?.current.outcome).toBe(outcome);
  });

  it('is no estimate, and both instants are known', () => {
    const file = both();
    expect(file.duty('publicResponse')?.start).toMatchObject({ instant: 'publishedAt', estimated: false });
    expect(file.state.instants).toMatchObject({ eventAt: at('03-02 02:00'), publishedAt: at('03-02 09:00') });
  });

  it('is the event where the bureau has set it so', () => {
    const file = both({ settings: { opinionBegins: 'event' } });
    expect(file.due('publicResponse')).toBe(at('03-02 07:00'));
    expect(open({ settings: { opinionBegins: 'event' } }).due('publicResponse')).toBe(at('03-02 15:00'));
  });

  it('does not begin with an event alone: then it begins when it was found', () => {
    const file = open({ instants: { eventAt: '03-02 02:00', detectedAt: '03-02 09:30' } });
    expect(file.due('publicResponse')).toBe(at('03-02 14:30'));
  });

  it.each([
    ['03-02 02:00:00', '03-02 07:00:00', []],
    ['03-02 01:59:59', '03-02 14:30', ['publishedAt']],
  ])('a publication at %s, the event at 02:00, makes it %s: 存疑 %o', (publishedAt, due, doubts) => {
    const file = open({
      when: '03-02 09:30',
      instants: { eventAt: '03-02 02:00', publishedAt, detectedAt: '03-02 09:30' },
    });
    expect(file.due('publicResponse')).toBe(at(due));
    expect(file.state.doubts).toEqual(doubts);
  });

  it.each([
    ['02-23 10:00:00', true],
    ['02-23 09:59:59', false],
  ])('a post of %s, found a week later, is trusted: %s', (publishedAt, isTrusted) => {
    const file = open({ instants: { detectedAt: '03-02 10:00' } });
    give(file, '03-02 10:00', system, item('old', 'red', { publishedAt }));
    expect(file.state.items.at(-1)?.doubt).toBe(isTrusted ? undefined : 'stale');
    expect(file.duty('publicResponse')?.start?.instant).toBe(isTrusted ? 'publishedAt' : 'detectedAt');
  });

  it('is stated by the office, where an old post proves to be the first', () => {
    const file = open({
      instants: { publishedAt: '02-20 08:00', detectedAt: '03-02 10:00' },
      facts: publication('02-20 08:00'),
    });
    expect(file.due('publicResponse')).toBe(at('03-02 15:00'));
    expect(give(file, '03-02 10:10', officer, correct('publishedAt', '02-20 08:00'))).toBe('done');
    expect(file.due('publicResponse')).toBe(at('02-20 13:00'));
    expect(file.state.doubts).toEqual([]);
  });

  it('is found to be earlier by a later item, and never later', () => {
    const file = both();
    give(file, '03-02 10:00', system, item('later', 'red', { publishedAt: '03-02 09:10' }));
    expect(file.due('publicResponse')).toBe(at('03-02 14:00'));
    give(file, '03-02 10:01', system, item('earlier', 'red', { publishedAt: '03-02 08:30' }));
    expect(file.due('publicResponse')).toBe(at('03-02 13:30'));
  });
});

describe('leizhou 办法 第二十三条(二)②: 爆发 is 发生 until the office names it', () => {
  it('counts the days from the first publication, then from what was named', () => {
    const file = both();
    expect(file.due('dailyReport')).toBe(at('03-03 09:00'));
    expect(give(file, '03-02 11:00', officer, correct('outbreakAt', '03-02 08:00'))).toBe('done');
    expect(file.due('dailyReport')).toBe(at('03-03 08:00'));
  });
});

describe('hohhot C 原则2: 立即 counts from 发生 or 反复', () => {
  it('is the first publication, the event where the bureau has set it so, and what was named 爆发', () => {
    const facts: Found = {
      bureau: 'hohhot',
      level: 'medium',
      by: person('commandGroup'),
      when: '03-02 09:30',
      instants: { eventAt: '03-02 02:00', publishedAt: '03-02 09:00', detectedAt: '03-02 09:30' },
    };
    expect(open(facts).due('startPlan')).toBe(at('03-02 09:00'));
    expect(open({ ...facts, settings: { opinionBegins: 'event' } }).due('startPlan')).toBe(at('03-02 02:00'));
    const instants = { ...facts.instants, outbreakAt: '03-02 09:20' };
    expect(open({ ...facts, instants }).due('startPlan')).toBe(at('03-02 09:20'));
  });
});

describe('yinzhou E 四(二)3 口头15min: fifteen minutes of 事发', () => {
  const fire = (instants: Record<string, string>) =>
    open({ bureau: 'yinzhou', level: 'major', when: '03-02 09:12', instants });
  it.each([
    ['the event, whatever was published', { eventAt: '03-02 09:00', publishedAt: '03-02 09:10' }, '09:15'],
    ['the first publication', { publishedAt: '03-02 09:05', detectedAt: '03-02 09:11' }, '09:20'],
    [
      '发现, where the first publication came later',
      { publishedAt: '03-02 09:12', detectedAt: '03-02 09:11' },
      '09:26',
    ],
    ['the opening', {}, '09:27'],
  ])('counts from %s', (_, instants, due) => {
    expect(fire(instants).due('oralReport')).toBe(at(`03-02 ${due}`));
  });

  it('is not put off by a first publication that the clerk enters', () => {
    const file = fire({ detectedAt: '03-02 09:11' });
    expect(give(file, '03-02 09:20', officer, correct('publishedAt', '03-02 09:20'))).toBe('done');
    expect(file.due('oralReport')).toBe(at('03-02 09:26'));
    expect(give(file, '03-02 09:21', officer, correct('eventAt', '03-02 09:12'))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 09:21', head, correct('eventAt', '03-02 09:12'))).toBe('done');
    expect(file.due('oralReport')).toBe(at('03-02 09:27'));
  });
});

describe('leizhou 办法 第二十一条(二)红 ②: nothing known but that the bureau knew', () => {
  it.each<[string, Found, string]>([
    ['发现', { instants: { detectedAt: '03-02 09:40' } }, '03-02 14:40'],
    ['收到', { sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 08:00') }] }, '03-02 13:00'],
    ['the opening', {}, '03-02 15:00'],
  ])('counts from %s, as law', (_, facts, due) => {
    const file = open(facts);
    expect(file.duty('publicResponse')).toMatchObject({
      start: { estimated: true },
      current: { due: at(due) },
      breachable: true,
    });
    file.runTo('03-02 16:00');
    expect(eventsOf(file, 'DutyOverdue', 'publicResponse')).not.toEqual([]);
  });

  const tip = () => open({ when: '03-02 02:00', instants: { detectedAt: '03-02 02:00' } });
  it('is not put off by the first post, but by who may grant time and did not enter it', () => {
    const file = tip();
    give(file, '03-02 06:30', system, item('first', 'red', { publishedAt: '03-02 06:00' }));
    expect(file.due('publicResponse')).toBe(at('03-02 07:00'));
    expect(give(file, '03-02 06:31', officer, correct('occurredAt', '03-02 06:00'))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 06:32', head, correct('occurredAt', '03-02 06:00'))).toBe('done');
    expect(file.due('publicResponse')).toBe(at('03-02 11:00'));
  });

  it('is put off by nobody who entered it himself, whatever his post', () => {
    const file = open({ by: head, when: '03-02 02:00', instants: { detectedAt: '03-02 02:00' } });
    expect(give(file, '03-02 06:32', head, correct('occurredAt', '03-02 06:00'))).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(
      give(file, '03-02 06:33', { ...head, role: 'deputyLeader' }, correct('occurredAt', '03-02 06:00')),
    ).toBe('SECOND_PERSON_REQUIRED');
    expect(give(file, '03-02 06:34', leader, correct('occurredAt', '03-02 06:00'))).toBe('done');
  });

  it('is earlier by itself, where an earlier publication is found', () => {
    const file = tip();
    give(file, '03-02 06:30', system, item('first', 'red', { publishedAt: '03-02 01:00' }));
    expect(file.due('publicResponse')).toBe(at('03-02 06:00'));
  });
});

describe('leizhou 办法 第二十一条(二)红 ②: of 发生 only the day is known', () => {
  const day = (local: string) => correct('occurredAt', local, { dateOnly: true });
  it.each([
    ['03-01 15:00', '03-02 05:00', true],
    ['03-02 00:00', '03-02 15:00', false],
    ['03-02 23:59:59', '03-02 15:00', false],
  ])('the day of %s makes it %s: by 24:00 of that day, or when it was found', (local, due, dateOnly) => {
    const file = open({ instants: { detectedAt: '03-02 10:00' } });
    expect(give(file, '03-02 10:30', officer, day(local))).toBe('done');
    expect(file.due('publicResponse')).toBe(at(due));
    expect(file.duty('publicResponse')?.start?.dateOnly).toBe(dateOnly);
    expect(file.state.dateOnly).toEqual(['occurredAt']);
  });

  it('is no day that is still to come', () => {
    expect(give(open(), '03-02 10:30', officer, day('03-03 00:00'))).toBe('INSTANT_IN_FUTURE');
  });

  it('never counts beyond 发现, though a leader puts a stated time back to a day', () => {
    const file = open({ instants: { occurredAt: '03-01 09:00', detectedAt: '03-02 10:00' } });
    expect(give(file, '03-02 10:30', officer, day('03-02 08:00'))).toBe('ROLE_NOT_ALLOWED');
    expect(give(file, '03-02 10:31', head, day('03-02 08:00'))).toBe('done');
    expect(file.due('publicResponse')).toBe(at('03-02 15:00'));
  });
});
