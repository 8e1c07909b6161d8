import { describe, expect, it } from 'vitest';
import { requestFor } from '../../../infra/desk-command/request.ts';
import { showReply } from '../../../infra/local/console/show.ts';

import { leizhou } from '../../support/bureaus.ts';
import { createOffice, grave } from '../../support/office.ts';
import { stageBureau } from '../local/embedded/bureau-on-stage.ts';

const NOTE = { title: '来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };
const now = new Date('2026-03-02T08:00:00Z');
/** Nothing that only a program reads. */
const PLAIN = /^[^a-z{}[\]"]*$/;

it('clocks and status ask their routes', () => {
  expect(requestFor(['clocks', 'LZ2026-0001'], now)).toEqual({
    ...{ method: 'GET', path: '/v1/cases/LZ2026-0001/clocks', shownAs: 'clocks' },
  });
  expect(requestFor(['status'], now)).toEqual({ method: 'GET', path: '/v1/status', shownAs: 'status' });
  expect(() => requestFor(['clocks'], now)).toThrow('没有写案卷');
});

describe('clocks prints', () => {
  it('where each execution is, until when, and what happened, in plain words', async () => {
    const bureau = await stageBureau('leizhou');
    const caseId = await bureau.open('dutyOfficer', NOTE);
    const { body } = await bureau.ask('officeHead', 'GET', `/v1/cases/${caseId}/clocks`);
    const text = showReply('clocks', body);
    expect(text.split('\n')[0]).toBe(`${caseId} 时钟运行中`);
    expect(text).toMatch(/^按案卷日志第\d+条排期\(03-02 16:00:00\)$/m);
    expect(text).toMatch(/^第1次 敏感舆情 运行中 {2}03-02 16:00:00起$/m);
    expect(text).toContain('    预警相关股室·等待提醒  等到03-02 16:10:00\n');
    expect(text).toContain('    03-02 16:00:00 开始等待:预警相关股室·等待提醒\n');
    expect(text.replaceAll(caseId, '')).toMatch(PLAIN);
  });

  it('that nobody knows of an execution, and what waits for nobody', async () => {
    const bureau = await stageBureau('leizhou');
    const caseId = await bureau.open('dutyOfficer', NOTE);
    bureau.crash();
    const { body } = await bureau.ask('officeHead', 'GET', `/v1/cases/${caseId}/clocks`);
    const text = showReply('clocks', body);
    expect(text.split('\n')[0]).toBe(`${caseId} 时钟已停,由巡检重新启动`);
    expect(text).toContain('第1次 敏感舆情 没有记录\n');
    expect(text).toContain('无人等候:\n  预警相关股室 03-02 16:10:00 提醒\n');
  });

  it('the console’s page where there is one', async () => {
    const office = await createOffice();
    await office.as('dutyOfficer')('POST', '/v1/cases', NOTE);
    office.flows.page = 'https://console.amazonaws.cn/states/home';
    const { body } = await office.as('officeHead')('GET', '/v1/cases/LZ2026-0001/clocks');
    expect(showReply('clocks', body)).toContain('  控制台:https://console.amazonaws.cn/states/home');
  });
});

describe('status prints', () => {
  it('that nothing has happened yet', async () => {
    const { body } = await (await createOffice()).as('officeHead')('GET', '/v1/status');
    expect(showReply('status', body).split('\n')).toEqual([
      `${leizhou.bureau} 03-02 08:00:00 刚刚启动,还没有巡检过`,
      '上次巡检:还没有',
      '停摆:近30天0个',
      '短信:到时未发0条',
      '数据:内存可以读写',
      '数据源:还没有推送',
      expect.stringMatching(/^制度版本:/),
    ]);
  });

  it('the last sweep, dead clocks, texts and feeds', async () => {
    const office = await createOffice();
    await office.push([grave('a')]);
    await office.push([{}]);
    const opened = await office.as('dutyOfficer')('POST', '/v1/cases', NOTE);
    const { case: caseId } = opened.body as { case: string };
    office.sms.isDown = true;
    await office.notify(caseId);
    office.flows.statuses.set(`${caseId}-yellow-1`, 'FAILED');
    await office.sweep();
    const { body } = await office.as('operator')('GET', '/v1/status');
    const text = showReply('status', body);
    expect(text).toContain('\n上次巡检:03-02 08:00:00,用时0.0秒,查看2个案卷,重新启动1个\n');
    expect(text).toContain('\n停摆:近30天1个,最近一次发现于03-02 08:00:00\n');
    expect(text).toMatch(/网关未接收、仍在补发的通知[1-9]\d*件,待电话通知\d+件\n/);
    expect(text).toContain(
      '\n数据源demo:最近接收03-02 08:00:00(1条),最近拒收03-02 08:00:00(没有一条信息可以接收)\n',
    );
  });
});
