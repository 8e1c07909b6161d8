import { describe, expect, it } from 'vitest';
import { regulations } from '../../shared/regulations/index.ts';
import { notesOnFound, notesOnReceipts } from '../../shared/rules/acts/found.ts';
import { labelOf } from '../../shared/rules/labels/labels.ts';
import { whoIs } from '../../shared/rules/persons.ts';
import { tasksOf } from '../../shared/rules/tasks/tasks-of.ts';
import { at, head, leader, officer, system } from '../support/case-file.ts';
import { rosterOf } from '../support/roster.ts';
import { assigned, correct, type Found, give, item, open } from './given.ts';

const came = (arrivedAt: string) => ({ feed: 'f', id: 'w-1', title: '首帖', arrivedAt: at(arrivedAt) });
/** Opened at 15:00, as found a minute before. */
const late = (more: Found = {}) =>
  open({ when: '03-02 15:00', instants: { detectedAt: '03-02 14:59' }, ...more });
const found = (file: ReturnType<typeof open>) => file.state.instants.detectedAt;

describe('发现 at the opening is the earliest of what was stated and of what had come', () => {
  it.each<[string, Found, string]>([
    ['nothing came before', {}, '03-02 14:59'],
    ['an item that is named', { facts: { items: [came('03-02 08:00')] } }, '03-02 08:00'],
    ['an item a second before', { facts: { items: [came('03-02 14:58:59')] } }, '03-02 14:58:59'],
    ['an item in the same second', { facts: { items: [came('03-02 14:59')] } }, '03-02 14:59'],
    ['an item a second later', { facts: { items: [came('03-02 14:59:01')] } }, '03-02 14:59'],
    ['a call', { facts: { call: { at: at('03-02 11:00') } } }, '03-02 11:00'],
    ['the receipt of a source', { sources: [assigned('03-02 10:00', '1号')] }, '03-02 10:00'],
  ])('%s', (_, facts, when) => {
    expect(found(late(facts))).toBe(at(when));
  });

  it.each([
    ['leizhou', 'publicResponse', '03-02 13:00', {}],
    ['nanning', 'reportImportant', '03-02 12:00', { level: 'major' }],
    ['petition', 'notifyUnits', '03-02 08:30', { level: 'major' }],
    ['yinzhou', 'oralReport', '03-02 08:15', { level: 'major' }],
  ])('%s %s starts from it, by %s', (bureau, duty, due, more) => {
    expect(
      late({
        bureau,
        ...more,
        facts: { items: [came('03-02 08:00')], ...(bureau === 'petition' ? { unit: undefined } : {}) },
      }).due(duty),
    ).toBe(at(due));
  });

  it('nanning: of which only the day was said, it is the opening', () => {
    const days = { detectedAt: '03-03 00:00', knownAt: '03-03 00:00' };
    const facts = { flags: ['netizenPost'], dateOnly: ['detectedAt', 'knownAt'] };
    const file = late({ bureau: 'nanning', level: 'major', when: '03-02 09:00', instants: days, facts });
    expect(file.due('reportImportant')).toBe(at('03-02 13:00'));
    expect(file.due('firstReply')).toBe(at('03-02 12:00'));
  });

  it('nanning: 知晓 is no later, and the answer says what counts', () => {
    const instants = { detectedAt: '03-02 09:00', knownAt: '03-02 14:00' };
    const file = late({ bureau: 'nanning', level: 'general', instants, facts: { flags: ['netizenPost'] } });
    expect(file.due('firstReply')).toBe(at('03-02 12:00'));
    const stated = { detectedAt: at('03-02 09:00'), knownAt: at('03-02 14:00') };
    expect(notesOnFound(regulations.nanning!, { instants: stated }, file.state)).toEqual([
      '知晓发帖内容时间填写为3月2日14时,晚于本局最早知悉的时间,按3月2日9时计',
    ]);
  });
});

describe('what came by a call was received with it', () => {
  it.each([
    ['leizhou', 'zhanjiang-assigned', '03-02 08:59:59', '03-02 08:59:59'],
    ['leizhou', 'zhanjiang-assigned', '03-02 09:00:00', '03-02 09:00:00'],
    ['leizhou', 'zhanjiang-assigned', '03-02 09:00:01', '03-02 09:00:00'],
    ['hohhot', 'cac-prompted', '03-02 08:59:59', '03-02 08:59:59'],
    ['hohhot', 'cac-prompted', '03-02 09:00:01', '03-02 09:00:00'],
  ])('%s %s, called at 09:00: 收到 stated as %s counts as %s', (bureau, kind, stated, counted) => {
    const file = open({
      bureau,
      level: bureau === 'hohhot' ? 'medium' : 'orange',
      by: { ...officer, role: bureau === 'hohhot' ? 'commandGroup' : 'dutyOfficer' },
      sources: [{ kind, receivedAt: at(stated), reference: '1号' }],
      facts: { call: { at: at('03-02 09:00') } },
    });
    expect(file.state.sources[0]?.receivedAt).toBe(at(counted));
    if (bureau === 'leizhou')
      expect(file.due('zhanjiangTelephone')).toBe(at(counted.replace(' 08', ' 11').replace(' 09', ' 12')));
  });

  it('of several nobody knows which, and the answer asks', () => {
    const sources = [
      assigned('03-02 09:30', '1号'),
      { kind: 'city-assigned', receivedAt: at('03-02 09:40') },
    ];
    const call = { at: at('03-02 09:00') };
    const notes = (more: typeof sources) => notesOnReceipts(regulations.leizhou!, { sources: more, call });
    expect(notes(sources)[0]).toBe(
      '各来源的收到时间都晚于来电时间(3月2日9时):请核实来电所说的是哪一来源,收到时间有误的请更正',
    );
    expect(notes([assigned('03-02 09:00', '1号'), ...sources])).toEqual([]);
    expect(
      open({ sources: [assigned('03-02 09:30', '1号'), { kind: 'monitored' }], facts: { call } }).state
        .sources[0]?.receivedAt,
    ).toBe(at('03-02 09:30'));
  });
});

describe('an item that came before the case and joins it later was 发现 too', () => {
  it.each([
    ['03-02 14:58:59', '03-02 18:58:59'],
    ['03-02 14:59:00', '03-02 18:59:00'],
    ['03-02 14:59:01', '03-02 18:59:00'],
  ])('nanning B 五(二) ② 4h: arrived at %s it is owed by %s', (arrivedAt, due) => {
    const file = late({ bureau: 'nanning', level: 'major' });
    const attached = item('w-1', 'major') as Extract<ReturnType<typeof item>, { type: 'AttachItem' }>;
    give(file, '03-02 15:10', officer, { ...attached, item: came(arrivedAt) });
    expect(file.due('reportImportant')).toBe(at(due));
  });
});

describe.each([
  ['leizhou', 'detectedAt'],
  ['nanning', 'knownAt'],
  ['hohhot', 'detectedAt'],
  ['petition', 'detectedAt'],
  ['yinzhou', 'detectedAt'],
])('%s: %s cannot lie after what came, whoever says so', (bureau, id) => {
  const LEVELS: Record<string, string> = { leizhou: 'red', hohhot: 'medium' };
  const opened = (facts: Found['facts']) =>
    open({
      bureau,
      level: LEVELS[bureau] ?? 'major',
      by: { ...officer, role: bureau === 'hohhot' ? 'commandGroup' : 'dutyOfficer' },
      when: '03-02 09:00',
      instants: { detectedAt: '03-02 07:00', knownAt: '03-02 07:00' },
      facts: {
        ...facts,
        ...(bureau === 'petition' ? { unit: undefined } : {}),
        ...(bureau === 'yinzhou' ? { instants: { detectedAt: at('03-02 07:00') } } : {}),
      },
    });

  it.each([
    ['03-02 08:59:59', 'done'],
    ['03-02 09:00:00', 'done'],
    ['03-02 09:00:01', 'INSTANT_IN_FUTURE'],
  ])('立案 at 09:00: %s is %s', (when, outcome) => {
    expect(give(opened({}), '03-02 10:00', head, correct(id, when))).toBe(outcome);
    expect(give(opened({}), '03-02 10:00', leader, correct(id, when))).toBe(outcome);
  });

  it.each([
    ['03-02 07:59:59', 'done'],
    ['03-02 08:00:00', 'done'],
    ['03-02 08:00:01', 'INSTANT_IN_FUTURE'],
  ])('an item of the case at 08:00: %s is %s', (when, outcome) => {
    expect(give(opened({ items: [came('03-02 08:00')] }), '03-02 10:00', head, correct(id, when))).toBe(
      outcome,
    );
  });
});

describe('leizhou 办法 第二十一条(二)红 ②: an event that silences the publication', () => {
  const silenced = () =>
    open({
      when: '03-02 14:00',
      instants: { publishedAt: '03-02 08:00', eventAt: '03-02 13:50', detectedAt: '03-02 14:00' },
    });

  it('is said in the log, and the office is asked', () => {
    const file = silenced();
    expect(file.due('publicResponse')).toBe(at('03-02 19:00'));
    const leizhou = regulations.leizhou!;
    expect(labelOf(leizhou, file.log[0]!.events[0]!)).toMatch(
      /;最早公开时间早于事发,存疑,不据以起算,请核实$/,
    );
    const roster = rosterOf([officer]);
    const tasks = tasksOf(whoIs(roster, officer), [{ regulation: leizhou, state: file.state }], {
      roster,
      now: at('03-02 14:01'),
    });
    expect(tasks.map(({ text }) => text)).toContain('请核实“最早公开时间”时间:存疑,未据以起算');
  });

  it('of which only the day is known doubts nothing that was published on it', () => {
    const eventOn = (publishedAt: string) =>
      open({
        when: '03-02 14:00',
        instants: { publishedAt, eventAt: '03-03 00:00', detectedAt: '03-02 14:00' },
        facts: { dateOnly: ['eventAt'] },
      }).state.doubts;
    expect(eventOn('03-01 23:59:59')).toEqual(['publishedAt']);
    expect(eventOn('03-02 00:00:00')).toEqual([]);
    expect(eventOn('03-02 00:00:01')).toEqual([]);
  });

  it.each([
    ['03-02 08:00:00', 'beforeEvent'],
    ['03-02 09:00:00', 'beforeEvent'],
    ['03-02 09:00:01', undefined],
  ])('stated later as %s, the first publication 09:00, an earlier copy of 07:00 is %s', (eventAt, doubt) => {
    const file = open({ instants: { publishedAt: '03-02 09:00', detectedAt: '03-02 10:00' } });
    expect(give(file, '03-02 10:10', officer, correct('eventAt', eventAt))).toBe('done');
    expect(file.state.doubts).toEqual([]);
    expect(file.due('publicResponse')).toBe(at('03-02 14:00'));
    give(file, '03-02 10:20', system, item('copy', 'red', { publishedAt: '03-02 07:00' }));
    expect(file.state.items.at(-1)?.doubt).toBe(doubt);
    expect(file.due('publicResponse')).toBe(at(doubt === undefined ? '03-02 12:00' : '03-02 14:00'));
  });
});
