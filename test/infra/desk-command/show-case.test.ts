import { describe, expect, it } from 'vitest';
import { showReply } from '../../../infra/local/console/show.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { playDoubts, pushDoubts } from '../../support/doubt-story.ts';
import { createNotedDesks } from '../../support/noted-desk.ts';
import { createOffice, grave, type Office } from '../../support/office.ts';
import { caseIn, caseOf } from '../../support/told.ts';

const NOTE = { title: '来电', sources: [{ kind: 'monitored' }], level: 'red', unit: 'food' };
/** What the head of the office reads of a case. */
const read = async (office: Office, caseId: string): Promise<string> =>
  showReply('case', (await office.as('officeHead')('GET', `/v1/cases/${caseId}`)).body);
const opened = async (more: object = {}): Promise<[Office, string]> => {
  const office = await createOffice();
  return [office, caseIn(await office.as('officeHead')('POST', '/v1/cases', { ...NOTE, ...more })).case];
};
const give = (office: Office, role: string, caseId: string, command: object) =>
  office.as(role)('POST', `/v1/cases/${caseId}/commands`, command);
const lineOf = (shown: string, name: string): string =>
  shown.split('\n').find((line) => line.includes(` ${name}  `)) ?? '';
const beginningOf = (shown: string): string =>
  shown.split('\n').find((line) => /^(事发|发现)/.test(line)) ?? '';

describe('show says when it began', () => {
  const DETECTED = '发现03-02 08:00:00';
  it.each<[string, object, string]>([
    ['nothing is known', {}, `事发未知,请核实;舆情发生未知,请核实;${DETECTED}`],
    [
      'both are known',
      { eventAt: '2026-03-02 02:00', occurredAt: '2026-03-02 07:00' },
      `事发03-02 02:00:00;舆情发生03-02 07:00:00;${DETECTED}`,
    ],
    [
      'the first publication alone',
      { publishedAt: '2026-03-02 07:00' },
      `事发未知,请核实;舆情发生03-02 07:00:00(按最早公开);${DETECTED}`,
    ],
    [
      'a publication beside what was said',
      { occurredAt: '2026-03-02 06:00', publishedAt: '2026-03-02 07:00' },
      `事发未知,请核实;舆情发生03-02 06:00:00;最早公开03-02 07:00:00;${DETECTED}`,
    ],
    [
      'the day alone',
      { eventAt: '2026-03-01', publishedAt: '2026-03-01' },
      `事发03-01(仅知日期);舆情发生03-01(仅知日期,按最早公开);${DETECTED}`,
    ],
    [
      'a publication before the event',
      { eventAt: '2026-03-02 07:00', publishedAt: '2026-03-02 06:00' },
      `事发03-02 07:00:00;舆情发生未知,请核实;最早公开03-02 06:00:00(存疑);${DETECTED}`,
    ],
    [
      'what cannot be read',
      { eventAt: '昨晚' },
      `事发未知,请核实;舆情发生未知,请核实;${DETECTED};事发所填“昨晚”无法识别,未据以起算,请核实`,
    ],
  ])('%s', async (_, instants, line) => {
    const [office, caseId] = await opened({ instants });
    expect(beginningOf(await read(office, caseId))).toBe(line);
  });

  it('and what an item says of 事发 while nobody else has', async () => {
    const office = await createOffice();
    const items = [
      grave('none'),
      grave('day', { eventAt: '2026-03-01' }),
      grave('hour', { eventAt: '2026-03-02 06:00' }),
    ];
    const shown = await read(office, caseOf(await office.push(items)));
    expect(beginningOf(shown)).toMatch(/^事发未知,请核实\(信息所称03-01\);/);
  });

  it('and asks for neither where the matter is no 舆情', async () => {
    const [office, caseId] = await opened({
      level: 'specialPeriod',
      sources: [{ kind: 'period-reminded' }],
      unit: undefined,
    });
    expect(beginningOf(await read(office, caseId))).toBe(DETECTED);
  });
});

describe('show says of a limit', () => {
  it('what it counts from for the time being, until that is known', async () => {
    const [office, caseId] = await opened();
    const name = '发布权威信息';
    expect(lineOf(await read(office, caseId), name)).toContain(
      '5小时内 时限03-02 13:00:00(暂按监测发现起算)',
    );
    await give(office, 'dutyOfficer', caseId, {
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: '2026-03-02 07:00',
      reason: '核实',
    });
    expect(lineOf(await read(office, caseId), name)).toContain('5小时内 时限03-02 12:00:00;');
  });

  it('on which clause it rests, by the title of its text and its article', async () => {
    const [office, caseId] = await opened();
    expect(lineOf(await read(office, caseId), '发布权威信息')).toMatch(
      /依据:《舆情监测及处置管理办法》第二十一条\(二\)、/,
    );
  });

  it('that only the day of its start is known', async () => {
    const [office, caseId] = await opened({ instants: { occurredAt: '2026-03-01' } });
    expect(lineOf(await read(office, caseId), '发布权威信息')).toContain('时限03-02 05:00:00(起点仅知日期)');
  });

  it('that it had passed when the matter was found, and by how much', async () => {
    const [office, caseId] = await opened({ instants: { occurredAt: '2026-03-02 01:30' } });
    expect(lineOf(await read(office, caseId), '发布权威信息')).toContain('发现时已逾期1小时30分钟');
  });

  it('from when to when it was held, and why, beside the limit itself', async () => {
    const [office, caseId] = await opened();
    const hold = { type: 'HoldDuty', duty: 'publicResponse', reason: '证据待查' };
    await give(office, 'deputyLeader', caseId, { ...hold, until: '2026-03-02 10:00' });
    const line = lineOf(await read(office, caseId), '发布权威信息');
    expect(line).toContain('时限03-02 13:00:00');
    expect(line).toContain('暂缓自03-02 08:00:00至03-02 10:00:00(证据待查)');
    expect(line.match(/证据待查/g)).toHaveLength(1);
  });

  it('that nobody has said when a hold ends', async () => {
    const [office, caseId] = await opened();
    await give(office, 'deputyLeader', caseId, {
      type: 'HoldDuty',
      duty: 'publicResponse',
      reason: '证据待查',
    });
    expect(lineOf(await read(office, caseId), '发布权威信息')).toContain(
      '暂缓自03-02 08:00:00起,未定何时恢复(证据待查)',
    );
  });
});

describe('show says what waits for whose word, and what was taken back', () => {
  it('an approval entered for a leader, and the consent of a body outside', async () => {
    const [office, caseId] = await opened();
    const said = { channel: '电话', at: '2026-03-02T07:59:00+08:00' };
    const onBehalf = { ...said, person: 'deputy-1', text: '通报' };
    await give(office, 'officeHead', caseId, {
      type: 'RecordAction',
      action: 'statementApproved',
      onBehalf,
    });
    const outside = { ...said, body: 'zhanjiang', who: '值班室', reference: '通话记录1号' };
    await give(office, 'officeHead', caseId, { type: 'RecordAction', action: 'superiorConsent', outside });
    const shown = await read(office, caseId);
    expect(shown).toMatch(
      /待分管局领导本人确认:回应口径经局领导审定\(案卷日志第\d+条,03-02 08:00:00由办公室负责人代录\)/,
    );
    expect(shown).toMatch(
      /待局领导会签:湛江市市场监督管理局.*的意见,.*\(案卷日志第\d+条,.*由办公室负责人录入\)/,
    );
  });

  it('a report that its maker took back', async () => {
    const [office, caseId] = await opened();
    const report = {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
      post: '值班室',
    };
    await give(office, 'officeHead', caseId, { ...report, summary: '已到现场核查' });
    const act = caseIn(await office.as('officeHead')('GET', `/v1/cases/${caseId}`)).version;
    await give(office, 'officeHead', caseId, { type: 'WithdrawAct', act, reason: '误录' });
    expect(await read(office, caseId)).toContain(
      `已撤回:案卷日志第${act}条 03-02 08:00:00 办公室负责人,理由:误录`,
    );
  });
});

describe('what is printed of a case is official Chinese', () => {
  /** Keys, ids and English; a case number, a clause and the names of a file or an address are none. */
  const IDS = new Set(
    Object.values(regulations).flatMap(({ duties, roles, instants, actions, units, scales }) =>
      [...duties, ...roles, ...instants, ...actions, ...units, ...scales.flatMap(({ levels }) => levels)].map(
        ({ id }) => id,
      ),
    ),
  );
  const wordsIn = (shown: string): string[] => shown.match(/[A-Za-z][A-Za-z_-]{2,}/g) ?? [];
  const expectChinese = (shown: string): void => {
    expect(wordsIn(shown).filter((word) => IDS.has(word))).toEqual([]);
    expect(shown).not.toMatch(/undefined|null|NaN|\[object/);
  };

  it('of a case as it opens, in every bureau and at every level', async () => {
    for (const regulation of Object.values(regulations)) {
      const office = await createOffice({ regulation });
      const role = regulation.id === 'hohhot' ? 'commandGroup' : 'dutyOfficer';
      for (const { id: level } of regulation.scales[0]!.levels) {
        const note = { title: '来电', key: level, level, sources: [{ kind: 'monitored' }] };
        const told = await office.as(role)('POST', '/v1/cases', note);
        if (told.status === 201) expectChinese(showReply('case', told.body));
      }
    }
  });

  it('of what is in doubt, unread, entered late, for others or past a gate', async () => {
    const { officeHead } = createNotedDesks();
    const shown: string[] = [];
    await playDoubts(async () => {
      const [office, head] = await officeHead();
      const readCase = async (caseId: string): Promise<void> => {
        shown.push(await read(office, caseId));
      };
      return [office, { ...head, readCase }];
    });
    const office = await createOffice();
    shown.push(await read(office, caseOf(await pushDoubts(office))));
    const source = { kind: 'zhanjiang-assigned', receivedAt: '昨夜接班前' };
    const other = await createOffice();
    shown.push(await read(other, caseOf(await other.push([grave('other', { source })]))));
    expect(shown.length).toBeGreaterThan(5);
    for (const each of shown) expectChinese(each);
    expect(shown.at(-1)).toContain('收到所填“昨夜接班前”无法识别');
  });
});
