import { describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import {
  documentsOf,
  gradingOf,
  inOneLine,
  sentencesOf,
  shortSentencesOf,
  verdictOf,
} from '../../../web/model/case/log.ts';
import { saidAt } from '../../../web/model/case/matter.ts';
import { coverOf, type File, piecesOf } from '../../../web/model/case/paper/file.ts';
import { toldOf } from '../../../web/model/case/told.ts';
import { duty } from './duties.ts';
import { entry, found, text } from './found.ts';

const NOW = Date.parse('2026-03-03T01:08:00+08:00');
const say = saidAt(NOW);

describe('what people were told', () => {
  it('stands as it was sent, with what became of it, the newest first', () => {
    const told = toldOf(
      [
        text({}),
        text({ duty: { id: 'a', name: '甲' } }),
        text({ entry: 5, at: '2026-03-02T23:05:00+08:00', text: '第二条' }),
        text({
          entry: 6,
          at: '2026-03-02T23:06:00+08:00',
          status: 'delivered',
          text: null,
          duty: { id: 'a', name: '甲' },
        }),
      ],
      say,
    );
    expect(told.map((each) => each.text)).toEqual(['第二条', '【雷州市监】请签收,办理。']);
    expect(told[1]!.became.map((each) => each.text)).toEqual(['昨日23:00提交网关', '昨日23:06送达']);
  });
  it('tells what happened again and again with its first and last time', () => {
    const at = (hour: number) => ({ entry: hour, at: `2026-03-02T${hour}:05:00+08:00` });
    const rows = [20, 21, 22].map((hour) => text(at(hour)));
    const became = (given: Parameters<typeof toldOf>[0]) =>
      toldOf(given, say)[0]!.became.map((each) => each.text);
    expect(became(rows)).toEqual(['首次昨日20:05提交网关，末次昨日22:05，共3次']);
    expect(became(rows.slice(1))).toEqual(['昨日21:05提交网关', '昨日22:05提交网关']);
    const delivered = text({ entry: 30, at: '2026-03-02T22:06:00+08:00', status: 'delivered', text: null });
    expect(became([...rows, delivered])).toEqual([
      '首次昨日20:05提交网关，末次昨日22:05，共3次',
      '昨日22:06送达',
    ]);
  });
  it('says in red what did not arrive, and nowhere that it was read', () => {
    const [told] = toldOf(
      [
        text({}),
        text({ status: 'undelivered', detail: '用户关机', text: null, at: '2026-03-03T01:02:00+08:00' }),
      ],
      say,
    );
    expect(told!.became[1]).toEqual({ text: '01:02未送达（用户关机）', isBad: true });
    expect(JSON.stringify(toldOf([text({ status: 'read', text: null, mobile: null })], say))).not.toContain(
      '读',
    );
  });
  it('says who has acknowledged after he was told, and of nobody else', () => {
    const rows = [text({}), text({ name: '值班员乙', mobile: '138****0002' })];
    const signed = (localTime: string) => [entry({ events: [{ type: 'CaseAcknowledged' }], localTime })];
    const of = (localTime: string) =>
      toldOf(rows, say, signed(localTime)).map(({ name, became }) => [
        name,
        ...became.map((each) => each.text),
      ]);
    expect(of('2026-03-02T23:12:00+08:00')).toEqual([
      ['值班员乙', '昨日23:00提交网关'],
      ['值班员甲', '昨日23:00提交网关', '昨日23:12签收'],
    ]);
    expect(of('2026-03-02T22:12:00+08:00').flat()).not.toContain('昨日22:12签收');
  });
  it('has nobody’s number where nobody was reached', () => {
    const [told] = toldOf([text({ status: 'nobody', name: null, mobile: null, text: null })], say);
    expect(told).toMatchObject({ post: '局办公室值班员', name: null, mobile: null, text: null });
    expect(told!.became[0]!.isBad).toBe(true);
  });
  it('says of which unit and in which post somebody was told; who stands in for it by his own', () => {
    const unit = { id: 'food', name: '食品安全监管股' };
    const post = (over: object) => toldOf([text(over)], say)[0]!.post;
    expect(post({ role: { id: 'unitLiaison', name: '股室舆情联络员' }, unit })).toBe(
      '食品安全监管股舆情联络员',
    );
    expect(
      post({
        role: { id: 'unitHead', name: '责任股室负责人' },
        instead: { id: 'officeHead', name: '局办公室负责人' },
      }),
    ).toBe('局办公室负责人');
  });
});

describe('the log', () => {
  it('puts no mark behind a mark', () => {
    expect(inOneLine(['本局领导批示：请抓紧核查。', '新增来源：本局领导批办', '转办检测所'])).toBe(
      '本局领导批示：请抓紧核查。新增来源：本局领导批办；转办检测所',
    );
    expect(inOneLine([])).toBe('');
  });
  it('says in full-width marks what is the system’s own, and leaves what was sent', () => {
    const label = '短信已提交网关:值班员甲(138****0001)“【雷州市监】请签收,办理。”(2项);预警已办';
    expect(sentencesOf(entry({ labels: [label, ''] }))).toEqual([
      '短信已提交网关：值班员甲（138****0001）“【雷州市监】请签收,办理。”（2项）；预警已办',
    ]);
    expect(shortSentencesOf(entry({ labels: [`${label};${label}`] }))).toEqual([
      '短信已提交网关：值班员甲（138****0001），共2条',
      '预警已办，共2条',
    ]);
  });
  it('tells who graded, when and how', () => {
    const opened = entry({
      events: [{ type: 'CaseOpened' }, { type: 'CaseGraded' }],
      labels: ['立案', '初判黄'],
    });
    expect(gradingOf([opened, entry({ version: 2 })])).toEqual([
      { at: opened.localTime, by: '值班员甲', text: '初判黄' },
      { at: opened.localTime, by: '值班员甲', text: '定级为重大舆情：跨县（市）、区' },
    ]);
  });
  it('has the documents with their words, or says that these were purged', () => {
    const issued = entry({
      events: [
        { type: 'NoticesMade' },
        {
          type: 'DocumentIssued',
          document: 'riskNote',
          fields: { '填报单位(盖章)': { saltedHash: 'a' }, 内容: { saltedHash: 'b' } },
        },
      ],
      labels: ['', '制发《风险提示》'],
      texts: { a: { salt: 's', text: '食品股' } },
    });
    expect(documentsOf([issued], undefined)[0]).toMatchObject({
      title: '制发《风险提示》',
      fields: [
        { name: '填报单位（盖章）', text: '食品股' },
        { name: '内容', text: '内容已清除' },
      ],
    });
  });
  it('is whole, or not', () => {
    expect(verdictOf({ intact: true, findings: [] }, 23)).toBe('23条，链条完整');
    expect(verdictOf({ intact: false, findings: [{ kind: 'gap', entry: 3, text: '' }] }, 23)).toBe(
      '23条，核验发现1处不符',
    );
    expect(verdictOf(undefined, 0)).toBe('');
  });
});

describe('案卷 on paper', () => {
  const file = (over: Partial<CaseReply> = {}): File => ({
    found: found(over),
    items: [],
    texts: [text({})],
    log: {
      intact: true,
      findings: [],
      earlier: [],
      entries: [entry({}), entry({ version: 2, labels: ['长'.repeat(700)] })],
    },
    names: undefined,
    now: NOW,
  });
  const words = (each: File): string => JSON.stringify(piecesOf(each));
  it('has duties, matter, orders, texts, the whole log and how to verify it, in this order', () => {
    const headings = piecesOf(file()).flatMap((piece) => (piece.kind === 'row' ? [] : [piece.text]));
    expect(headings.slice(0, 6)).toEqual(['职责办理情况', '事情', '文书', '通知', '日志', '日志核验']);
    expect(words(file())).toContain('逾期42分');
    expect(words(file())).toContain('3月3日01:50');
    expect(words(file())).toContain('5b77 5542 5b77');
  });
  it('has what was published, its approval and the 批示 among the papers, and who did what is owed', () => {
    const made = (version: number, name: string, event: object, label: string) =>
      entry({
        version,
        actor: { id: `p-${version}`, name, role: 'dutyOfficer' },
        events: [{ type: 'x', ...event }],
        labels: [label],
        texts: { a: { salt: 's', text: '关于某小学的通报' } },
      });
    const words = { saltedHash: 'a' };
    const entries = [
      made(3, '局长甲', { type: 'InstructionRecorded', from: 'bureau', text: words }, '本局领导批示'),
      made(4, '副局长乙', { type: 'ActionRecorded', action: 'approve', text: words }, '审定口径'),
      made(5, '值班员丙', { type: 'PublicationRecorded', form: 'web', title: words }, '发布权威信息'),
      made(6, '值班员丁', { type: 'ActionRecorded', action: 'start' }, '启动工作'),
    ];
    const done = duty({
      ...{ status: 'fulfilled', outcome: 'fulfilled', completedAt: '2026-03-03T01:40:00+08:00' },
      history: [
        {
          ...{ occurrence: '1', due: '2026-03-03T01:50:00+08:00', outcome: 'fulfilled' },
          ...{ completedAt: '2026-03-03T01:40:00+08:00', entry: 5 },
        },
      ],
    });
    const given = file({ duties: [done] });
    const rows = piecesOf({ ...given, log: { ...given.log, entries } }).flatMap((piece) =>
      piece.kind === 'row' ? [piece] : [],
    );
    const facts = rows
      .filter(({ table }) => table === 'facts')
      .map(({ cells }) => cells.map((cell) => cell.map((each) => each.text).join('')).join(' '));
    for (const said of [
      '批示 本局领导批示，局长甲',
      '审定 审定口径，副局长乙',
      '发布 发布权威信息，值班员丙',
    ])
      expect(facts.join('|')).toContain(said);
    expect(facts.join('|')).not.toContain('启动工作');
    expect(facts.filter((each) => each.includes('关于某小学的通报')).length).toBeGreaterThanOrEqual(3);
    const [row] = rows.filter(({ table }) => table === 'duties');
    expect(row!.cells[4]).toEqual([{ text: '值班员丙' }]);
  });
  it('loses nothing of a long entry, and has its hash once', () => {
    const rows = piecesOf(file()).flatMap((piece) =>
      piece.kind === 'row' && piece.table === 'log' ? [piece] : [],
    );
    const second = rows.slice(1).map((row) => row.cells[3]!);
    expect(second.map((cells) => cells[0]!.text).join('')).toBe('长'.repeat(700));
    expect(second.flatMap((cells) => cells.filter(({ isTiny }) => isTiny)).length).toBe(1);
  });
  it('says on its cover what it is, and keeps to two lines', () => {
    const cover = coverOf(file({ title: '长'.repeat(100) }), 7);
    expect(cover.title).toBe('舆情案卷');
    const facts = Object.fromEntries(cover.facts.map(({ name, text: said }) => [name, said]));
    expect(facts['题　　名']).toHaveLength(44);
    expect(facts['级　　别']).toBe('重大舆情（橙色）');
    expect(facts.起止日期).toBe('2026年3月2日至（处置中）');
    expect(facts.件数页数).toBe('信息0件，通知1条，日志2条，共7页');
    expect(coverOf(file({ gradingText: '' }), 7).title).toBe('案卷');
    expect(words(file({ title: '长'.repeat(100) }))).toContain('长'.repeat(100));
  });
});
