import { expect, it } from 'vitest';
import { createOffice } from '../../support/office.ts';
import { caseIn, refusalIn } from '../../support/told.ts';

const NEUTRAL = '见纸质件';

it('a 督办通知 of a 涉密 case is signed: its number is nobody’s words, and what is typed is still refused', async () => {
  const office = await createOffice();
  const head = office.as('officeHead');
  const opening = {
    ...{ title: NEUTRAL, sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' },
    flags: ['secret'],
  };
  const caseId = caseIn(await head('POST', '/v1/cases', opening)).case;
  const give = (command: object) => head('POST', `/v1/cases/${caseId}/commands`, command);
  const drafted = caseIn(await give({ type: 'DraftSupervisionOrder', reason: NEUTRAL }));
  const sign = {
    type: 'SignSupervisionOrder',
    order: drafted.orders.at(-1)!.order,
    answerBy: '2026-03-09T18:00:00+08:00',
  };
  const typed = await give({ ...sign, text: '请说明某某被举报一事' });
  expect(refusalIn(typed).code).toBe('SECRET_CONTENT');
  expect(caseIn(await give(sign)).orders.at(-1)).toMatchObject({
    state: 'issued',
    number: '雷市监舆督〔2026〕1号',
  });
});
