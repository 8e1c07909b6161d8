import { describe, expect, it } from 'vitest';
import { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { handlingScale } from '../../../shared/regulations/lookup.ts';
import { giversOf, openerOf } from '../../properties/random-case.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn, dutiesIn, read } from '../../support/told.ts';

describe.each(Object.values(regulations))('a 涉密 case of $id', (regulation) => {
  const { headOfOffice } = regulation;

  it('says so wherever it is shown, in its page, in its row and in each of its tasks, from when it is marked', async () => {
    const office = await createOffice({ regulation });
    const level = handlingScale(regulation).levels.at(-1)!.id;
    const opened = await office.as(openerOf(regulation, level).role)('POST', '/v1/cases', {
      title: '群众来电反映某超市销售过期食品',
      sources: [{ kind: regulation.sources[0]!.id, receivedAt: office.now() }],
      level,
    });
    const { case: caseId, secret } = caseIn(opened);
    expect(secret).toBe(false);
    const head = office.as(headOfOffice);
    const shown = async (): Promise<boolean[]> => {
      const one = caseIn(await head('GET', `/v1/cases/${caseId}`));
      const rows = read(CaseListReply, await head('GET', '/v1/cases')).cases;
      const tasks = dutiesIn(await head('GET', '/v1/duties', undefined, { of: 'all', case: caseId }));
      expect(rows).toHaveLength(1);
      expect(tasks.length).toBeGreaterThan(0);
      return [one, ...rows, ...tasks].map((each) => each.secret);
    };
    expect(new Set(await shown())).toEqual(new Set([false]));
    const [marker] = giversOf(regulation, 'SetFlags').filter(({ unit }) => unit === undefined);
    const marked = await office.as(marker!.role)('POST', `/v1/cases/${caseId}/commands`, {
      type: 'SetFlags',
      add: ['secret'],
      reason: '见纸质件',
    });
    expect(marked.status).toBe(200);
    expect(new Set(await shown())).toEqual(new Set([true]));
  });
});
