import { describe, expect, it } from 'vitest';
import { regulations } from '../../shared/regulations/index.ts';
import { at } from '../support/case-file.ts';
import { createOffice } from '../support/office.ts';
import { caseIn, scheduleIn } from '../support/told.ts';

/** A 重大 case of 09:00, so judged by its 科室 itself, as the desk shows a duty of it at several instants. */
const openOffice = async () => {
  const office = await createOffice({ regulation: regulations.yinzhou! });
  const call = office.as('unitHead', 'welfareHome');
  office.at(at('03-02 09:01'));
  const opened = await call('POST', '/v1/cases', {
    title: '某养老机构起火',
    level: 'major',
    unit: 'welfareHome',
    sources: [{ kind: 'monitored' }],
    instants: { occurredAt: at('03-02 09:00') },
  });
  expect(opened.status).toBe(201);
  const path = `/v1/cases/${caseIn(opened).case}`;
  const show = async (duty: string, when: string) => {
    office.at(at(when));
    const { duties } = scheduleIn(await call('GET', `${path}/schedule`));
    const { statusText, overdue } = duties.find((row) => row.duty === duty)!;
    return { statusText, overdue };
  };
  return { show, as: office.as, at: office.at, path: `${path}/commands` };
};

const OPEN = { statusText: '待办', overdue: false };
const OVERDUE = { statusText: '逾期', overdue: true };

describe('yinzhou: what the desk shows as 逾期', () => {
  it('yinzhou E 四(二)3 口头15min: is shown as 逾期 from the second after', async () => {
    const { show } = await openOffice();
    for (const when of ['09:14:59', '09:15:00'])
      expect(await show('oralReport', `03-02 ${when}`)).toEqual(OPEN);
    expect(await show('oralReport', '03-02 09:15:01')).toEqual(OVERDUE);
  });

  it('yinzhou E 四(二)3 书面+20min: is never shown as 逾期 while it only counts from the limit of the oral report', async () => {
    const { show } = await openOffice();
    for (const when of ['09:34:59', '09:35:00', '09:35:01', '12:00:00'])
      expect(await show('writtenReport', `03-02 ${when}`)).toEqual(OPEN);
  });

  it('yinzhou E 四(二)3 书面+20min: is shown as 逾期 once the oral report was made and 20 minutes have passed', async () => {
    const { show, as, at: goTo, path } = await openOffice();
    goTo(at('03-02 09:10'));
    const report = { type: 'FileReport', kind: 'first', form: 'oral', to: ['deputyLeader', 'chiefLeader'] };
    expect((await as('unitLiaison', 'welfareHome')('POST', path, report)).status).toBe(200);
    for (const when of ['09:29:59', '09:30:00'])
      expect(await show('writtenReport', `03-02 ${when}`)).toEqual(OPEN);
    expect(await show('writtenReport', '03-02 09:30:01')).toEqual(OVERDUE);
  });
});
