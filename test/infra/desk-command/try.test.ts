import { describe, expect, it } from 'vitest';
import { requestFor, tryRequest } from '../../../infra/desk-command/request.ts';
import { showReply } from '../../../infra/local/console/show.ts';
import { openTrying } from '../../api/try/trying.ts';

const NOW = new Date('2026-03-02T08:00:00Z');
const note = { title: '群众来电反映某超市销售过期食品', sources: [{ kind: 'monitored' }], unit: 'food' };

describe('--try', () => {
  it('asks of a command, or of an opening, what it would do', () => {
    const words = ['ConfirmGrade', 'LZ2026-0001', 'level=orange'];
    const meant = requestFor(words, NOW);
    expect(tryRequest(meant)).toEqual({
      ...meant,
      path: '/v1/cases/LZ2026-0001/commands?try',
      shownAs: 'tried',
    });
    const opening = requestFor(['open', 'title=来电', 'sources=monitored'], NOW);
    expect(tryRequest(opening)).toEqual({ ...opening, path: '/v1/cases?try', shownAs: 'openingTried' });
  });

  it.each([[['list']], [['show', 'LZ2026-0001']], [['log', 'LZ2026-0001']]])(
    'has nothing to try of %s',
    (words) => {
      expect(() => tryRequest(requestFor(words, NOW))).toThrow('--try 用于办理命令和人工立案');
    },
  );
  it('nor of the roster, which is shown before it is written', () => {
    expect(() => tryRequest(undefined)).toThrow('名册不写理由即是预览');
  });
});

describe('what is printed of a try', () => {
  it('a line a limit with its clause, then whose word, what is missing, which texts, what the log would say', async () => {
    const { opened, attempt } = await openTrying();
    const level = 'orange';
    const caseId = await opened('officeHead', { ...note, level });
    const tried = async (who: string, command: object) =>
      showReply('tried', (await attempt(who, `/v1/cases/${caseId}/commands`, command)).body).split('\n');
    const raised = await tried('officeHead', {
      type: 'ChangeLevel',
      level: 'red',
      authority: 'change',
      reason: '多地转发',
    });
    expect(raised[0]).toBe(
      '试办:可以办理,尚未写入。办理后:处置中  级别:特别重大舆情(已定级)  处置级别:特别重大舆情',
    );
    const limits = raised.slice(2, raised.indexOf('将发短信:'));
    expect(limits.length).toBeGreaterThan(5);
    for (const line of limits) expect(line).toMatch(/^ {2}\S.* {2}责任:.+ {2}依据:.+$/);
    expect(raised).toContain('案卷日志将记:');
    expect(raised.join('\n')).toMatch(/\n {2}→局办公室负责人 【雷州市监】LZ2026-0001\(红\)/);

    const lowered = await tried('dutyOfficer', {
      type: 'ChangeLevel',
      level: 'blue',
      authority: 'change',
      reason: '趋平稳',
    });
    expect(lowered[1]).toBe('批准后的时限:');
    const word = lowered.indexOf('须由他人确认:');
    expect(word).toBeGreaterThan(2);
    expect(lowered[word + 1]).toMatch(/局办公室负责人.*:.*申请降为蓝,请审批:趋平稳$/);
    const short = await tried('officeHead', {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['chiefLeader'],
    });
    expect(short[short.indexOf('要件待补:') + 1]).toMatch(/^ {2}“报局主要负责人的电话初报”缺.+前须补齐$/);
    const refused = await tried('officeHead', { type: 'Conclude', summary: '该舆情已经处置完毕' });
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/^试办:不予办理。./);
  });

  it('of an opening the proposal with its reasons and the duties; of one that is there its case', async () => {
    const { opened, attempt } = await openTrying();
    const tried = async (body: object) =>
      showReply('openingTried', (await attempt('dutyOfficer', '/v1/cases', body)).body);
    const text = await tried({ ...note, instants: { occurredAt: '前天' } });
    expect(text).toMatch(/\n注意:.*前天/);
    expect(text).toMatch(/\n初判:常规舆情\(得分[\d.]+\)\n {2}/);
    expect(text).toContain('请研判定级(初判常规)');
    const blue = await tried({ ...note, level: 'blue' });
    expect(blue).toMatch(/\n职责:\n {2}\S+ +\S+.*责任:.*依据:/);
    const caseId = await opened('dutyOfficer', note);
    expect(await tried(note)).toBe(`试办:已经办过或无须办理,不会有任何变化:同一事项已立案${caseId}`);
  });

  it('of a 涉密 case says that it is told by telephone', async () => {
    const { opened, attempt } = await openTrying();
    const own = await opened('officeHead', {
      title: '见纸质件',
      sources: note.sources,
      flags: ['secret'],
      level: 'yellow',
    });
    const path = `/v1/cases/${own}/commands`;
    const { body } = await attempt('officeHead', path, { type: 'AssignUnit', unit: 'food' });
    expect(showReply('tried', body)).toContain('(不发短信,须电话通知)');
  });
});
