import { describe, expect, it } from 'vitest';
import { isTrue } from '../../../../shared/regulations/conditions.ts';
import { dutyOf, settingsOf } from '../../../../shared/regulations/lookup.ts';
import type { Term } from '../../../../shared/regulations/schema.ts';
import { leizhou } from '../../../support/bureaus.ts';

/** The numeric limits of the two documents, one row per level. */
const limits = [
  {
    clause: '办法 第二十一条(二)橙 ②',
    duty: 'publicResponse',
    level: 'orange',
    from: 'occurredAt',
    limit: 'PT48H',
  },
  {
    clause: '附件2 五(三)橙 48h',
    duty: 'publicResponse',
    level: 'orange',
    from: 'occurredAt',
    limit: 'PT48H',
    flags: ['specialPeriod'],
  },
  {
    clause: '办法 第二十一条(二)红 ②',
    duty: 'publicResponse',
    level: 'red',
    from: 'occurredAt',
    limit: 'PT5H',
  },
  { clause: '附件2 五(三)红 5h', duty: 'publicResponse', level: 'red', from: 'occurredAt', limit: 'PT5H' },
  {
    clause: '办法 第二十一条(二)红 ③',
    duty: 'pressConference',
    level: 'red',
    from: 'occurredAt',
    limit: 'PT24H',
  },
  { clause: '附件2 五(三)红 24h', duty: 'pressConference', level: 'red', from: 'occurredAt', limit: 'PT24H' },
  {
    clause: '办法 第二十二条(二)蓝/批办',
    duty: 'zhanjiangWritten',
    level: 'blue',
    from: 'receivedAt',
    limit: 'P10D',
  },
  {
    clause: '办法 第二十二条(二)黄 电话',
    duty: 'zhanjiangTelephone',
    level: 'yellow',
    from: 'receivedAt',
    limit: 'PT12H',
  },
  {
    clause: '办法 第二十二条(二)黄 书面',
    duty: 'zhanjiangWritten',
    level: 'yellow',
    from: 'receivedAt',
    limit: 'PT24H',
  },
  {
    clause: '办法 第二十二条(二)橙+ 电话',
    duty: 'zhanjiangTelephone',
    level: 'orange',
    from: 'receivedAt',
    limit: 'PT3H',
  },
  {
    clause: '办法 第二十二条(二)橙+ 电话',
    duty: 'zhanjiangTelephone',
    level: 'red',
    from: 'receivedAt',
    limit: 'PT3H',
  },
  {
    clause: '办法 第二十二条(二)橙+ 书面',
    duty: 'zhanjiangWritten',
    level: 'orange',
    from: 'receivedAt',
    limit: 'PT12H',
  },
  {
    clause: '办法 第二十二条(二)橙+ 书面',
    duty: 'zhanjiangWritten',
    level: 'red',
    from: 'receivedAt',
    limit: 'PT12H',
  },
  {
    clause: '办法 第二十三条(一)①',
    duty: 'blueProgress',
    level: 'blue',
    from: 'gradedAt',
    limit: 'P15D',
    until: 'concludedAt',
  },
  {
    clause: '办法 第二十三条(二)②',
    duty: 'dailyReport',
    level: 'orange',
    from: 'outbreakAt',
    limit: 'PT24H',
    until: 'calmedAt',
  },
  {
    clause: '附件2 六(二)②',
    duty: 'dailyReport',
    level: 'red',
    from: 'outbreakAt',
    limit: 'PT24H',
    until: 'calmedAt',
  },
  {
    clause: '办法 第二十三条(二)③',
    duty: 'weeklyReport',
    level: 'orange',
    from: 'calmedAt',
    limit: 'P1W',
    until: 'concludedAt',
  },
  {
    clause: '附件2 六(二)③',
    duty: 'weeklyReport',
    level: 'red',
    from: 'calmedAt',
    limit: 'P1W',
    until: 'concludedAt',
  },
  {
    clause: '办法 第二十三条(二)③',
    duty: 'weeklyReport',
    level: 'yellow',
    from: 'calmedAt',
    limit: 'P1W',
    until: 'concludedAt',
  },
  {
    clause: '附件3 三',
    duty: 'monitoringInterval',
    level: 'monitoringRequest',
    from: 'levelEnteredAt',
    limit: 'P1W',
  },
];

const startsOf = ({ start }: Term) =>
  start.flatMap((anchor) => ('instant' in anchor ? [anchor.instant] : []));
/** A number of the text's: a period that the bureau gives itself is none. */
const lengthOf = ({ limit }: Term) => {
  if (limit.kind === 'within') return limit.within;
  return limit.kind === 'every' && typeof limit.every === 'string' ? limit.every : undefined;
};
const settings = settingsOf(leizhou);
const factsFor = (source: string) => ({ sources: [source], flags: [], warningLevel: 'orange', settings });

describe('the numbers of document A', () => {
  it.each(limits)(
    'leizhou $clause: $duty at $level is $limit from $from',
    ({ clause, duty, level, from, limit, until, flags = [] }) => {
      const facts = { ...factsFor('zhanjiang-assigned'), flags };
      const term = dutyOf(leizhou, duty).terms.find(
        (each) => each.levels.includes(level) && isTrue(each.when, facts),
      )!;
      expect(term.cite).toContain(clause);
      expect(startsOf(term)).toContain(from);
      expect(lengthOf(term)).toBe(limit);
      expect(term.limit.kind === 'every' ? term.limit.until : undefined).toBe(until);
    },
  );

  it('are all the numbers that the duties carry as law', () => {
    const carried = leizhou.duties
      .filter(({ basis }) => basis === 'law')
      .flatMap((duty) =>
        duty.terms.flatMap((term) =>
          term.levels.flatMap((level) => (lengthOf(term) ? [`${duty.id} ${level} ${lengthOf(term)}`] : [])),
        ),
      );
    const listed = new Set(limits.map(({ duty, level, limit }) => `${duty} ${level} ${limit}`));
    expect(carried.filter((each) => !listed.has(each))).toEqual([]);
  });

  it('run from the occurrence, never from the discovery, where the clause says 发生', () => {
    for (const duty of ['publicResponse', 'pressConference']) {
      for (const term of dutyOf(leizhou, duty).terms) expect(startsOf(term)).toEqual(['occurredAt']);
    }
  });

  // 办法第二十二条(二) applies to items assigned by 湛江市局 only; a prompt counts by setting (X51).
  it.each([
    ['zhanjiang-assigned', true],
    ['zhanjiang-prompted', true],
    ['city-prompted', false],
    ['monitored', false],
    ['unit-found', false],
    ['bureau-instruction', false],
  ])('of receipt: a case from %s owes the report to 湛江市局: %s', (source, owed) => {
    for (const duty of ['zhanjiangTelephone', 'zhanjiangWritten']) {
      const term = dutyOf(leizhou, duty).terms.find(({ levels }) => levels.includes('orange'))!;
      expect(isTrue(term.when, factsFor(source))).toBe(owed);
    }
  });

  it('leizhou 办法 第二十二条(二)蓝/批办: the ten days bind an assigned case only', () => {
    const term = dutyOf(leizhou, 'zhanjiangWritten').terms.find(({ levels }) => levels.includes('blue'))!;
    expect(term.start).toEqual([{ instant: 'receivedAt', of: ['zhanjiang-assigned'], fromRaise: true }]);
    expect(isTrue(term.when, factsFor('zhanjiang-assigned'))).toBe(true);
    expect(isTrue(term.when, factsFor('monitored'))).toBe(false);
  });

  it('leizhou 附件3 三: the week may be extended without a maximum', () => {
    const [term] = dutyOf(leizhou, 'monitoringInterval').terms;
    expect(term?.limit).toMatchObject({ extension: { upTo: null, cite: ['附件3 三'] } });
  });

  it('leizhou 附件2 二 监测范围: 24 hours without a break are no deadline, nor those of 预案6.2', () => {
    const kinds = (clause: string) =>
      leizhou.duties.flatMap(({ terms }) =>
        terms.filter(({ cite }) => cite.includes(clause)).map(({ limit }) => limit.kind),
      );
    expect(new Set(kinds('附件2 二 监测范围'))).toEqual(new Set(['ongoing']));
    expect(kinds('预案 6.2')).toEqual([]);
  });

  it('are asked of the bureau where the text says 定期 or 定时 without one', () => {
    const periods = leizhou.settings.filter(({ register }) => register === 'X30');
    expect(periods.map(({ id }) => id)).toEqual(['bulletinEvery', 'circularEvery']);
    expect(periods.every(({ value, required }) => value === null && required)).toBe(true);
  });
});

describe('立即, 及时 and 随时', () => {
  const wordy = leizhou.duties.flatMap((duty) =>
    duty.terms
      .filter(({ limit }) => ['immediate', 'prompt', 'ongoing'].includes(limit.kind))
      .map(({ limit }) => ({ duty: duty.id, limit })),
  );

  it.each(wordy)('$duty carries a word and no number', ({ limit }) => {
    expect(Object.keys(limit).sort()).toEqual(['kind', 'word']);
    // An empty word: the clause names neither a number nor a word (办法第十四条 ①).
    expect('word' in limit ? limit.word : '0').toMatch(/^\p{Script=Han}*$/u);
  });

  it('have no office target but that of 定级 until the bureau sets one', () => {
    expect(settings.targetConfirmGrade).toBe('PT30M');
    const targets = leizhou.duties.flatMap(({ ownTarget = 'targetConfirmGrade' }) =>
      ownTarget === 'targetConfirmGrade' ? [] : ownTarget,
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(settings[target]).toBeNull();
  });
});
