import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, chief, head, leader, officer } from '../../support/case-file.ts';
import { concludeCase } from '../../support/conclude.ts';
import { assigned, eventsOf, type File, give, open, owed, person } from '../given.ts';

const commandGroup = person('commandGroup');
const calm: CaseCommand = { type: 'DeclareCalm', reason: '传播平息' };

/** Concluded on the day it came, with an answer still owed to a body outside. */
const leizhou = () => {
  const file = open({ level: 'blue', when: '03-02 10:05', sources: [assigned('03-02 10:00', '1号')] });
  concludeCase(file, '03-02 12:00', head, chief);
  return file;
};
const hohhot = () => {
  const sources = [{ kind: 'cac-prompted', receivedAt: at('03-02 10:00') }];
  const file = open({ bureau: 'hohhot', level: 'medium', by: commandGroup, when: '03-02 10:05', sources });
  give(file, '03-02 11:00', leader, calm);
  concludeCase(file, '03-02 12:00', head, chief);
  return file;
};

describe.each<[string, { begun: () => File; duty: string; due: string; answer: CaseCommand }]>([
  [
    'leizhou 办法 第二十二条(二)蓝/批办',
    {
      begun: leizhou,
      duty: 'zhanjiangWritten',
      due: '03-13 00:00',
      answer: { type: 'FileReport', kind: 'first', form: 'written', to: ['zhanjiang'] },
    },
  ],
  [
    'hohhot C 反馈 12–24h',
    {
      begun: hohhot,
      duty: 'feedback',
      due: '03-03 10:00',
      answer: { type: 'FileReport', kind: 'feedback', form: 'written', to: ['propagandaCyberspace'] },
    },
  ],
])(
  '%s: concluded, the answer to the body outside is owed until its limit',
  (_, { begun, duty, due, answer }) => {
    const secondsAfter = (seconds: number): string =>
      new Date(Date.parse(at(due)) + seconds * 1000).toISOString();

    it.each([
      [-1, 'fulfilled'],
      [0, 'fulfilled'],
      [1, 'fulfilledLate'],
    ])('given %i seconds after it: %s', (seconds, outcome) => {
      const file = begun();
      expect(file.state.status).toBe('concluded');
      expect(owed(file, duty)).toEqual([[at(due), 'open']]);
      expect(give(file, secondsAfter(seconds), officer, answer)).toBe('done');
      expect(owed(file, duty)).toEqual([[at(due), outcome]]);
    });

    it.each([
      [-1, 0],
      [0, 0],
      [1, 1],
    ])(
      'released %i seconds after it, it had passed unmet %i times, and is owed no more',
      (seconds, passed) => {
        const file = begun();
        const when = secondsAfter(seconds);
        const release: CaseCommand = {
          type: 'ReleaseDuty',
          duty,
          document: '〔2026〕8号',
          reason: '对方已知',
        };
        expect(give(file, when, officer, release)).toBe('done');
        expect(give(file, when, chief, { type: 'ConfirmRelease', act: file.state.version })).toBe('done');
        expect(file.duty(duty)?.status).toBe('ended');
        expect(Object.keys(file.state.passed).filter((key) => key.startsWith(`${duty}#`))).toHaveLength(
          passed,
        );
      },
    );
  },
);

describe('leizhou 办法 第三十三条 ①: a draft of 08:30 that waits for its signature is no order', () => {
  it.each([
    ['03-03 08:29:59', 0],
    ['03-03 08:30:00', 1],
    ['03-03 08:30:01', 1],
  ])('by %s there are %i drafts, also where another is asked for, and none is issued', (when, drafts) => {
    const file = open({ level: 'orange', when: '03-02 08:10', instants: { outbreakAt: '03-02 08:00' } });
    file.runTo(when);
    expect(eventsOf(file, 'SupervisionOrderDrafted', 'dailyReport')).toHaveLength(drafts);
    if (drafts > 0)
      give(file, when, officer, { type: 'DraftSupervisionOrder', duty: 'dailyReport', reason: '再催' });
    expect(file.state.orders).toHaveLength(drafts);
    expect(file.state.orders.filter(({ issued }) => issued !== null)).toEqual([]);
  });
});
