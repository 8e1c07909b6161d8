import { describe, expect, it } from 'vitest';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { at, officer, opening } from '../../support/case-file.ts';
import { createOffice } from '../../support/office.ts';

const YEAR = 2026;
const { caseId: _, ...facts } = opening({
  level: 'yellow',
  sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:00') }],
});
const open = async () => {
  const office = await createOffice();
  const { numbering, office: carrier } = office.system;
  office.at(at('03-02 09:00'));
  const number = (key: string, more: Partial<typeof facts> = {}) =>
    numbering.forCase({ actor: officer, facts: { ...facts, ...more }, year: YEAR, key });
  const caseId = await number('first');
  const { state } = await carrier.carryOut(caseId, officer, { ...facts, caseId });
  return { office, numbering, carrier, number, state };
};

describe('the number of a case', () => {
  it('is taken once under a key, and the next by another', async () => {
    const { number, numbering, state } = await open();
    expect(state.caseId).toBe('LZ2026-0001');
    expect(await number('first')).toBe('LZ2026-0001');
    expect(await number('second')).toBe('LZ2026-0002');
    expect((await numbering.openedUnder(YEAR, 'first'))?.caseId).toBe('LZ2026-0001');
    expect(await numbering.openedUnder(YEAR, 'second')).toBeNull();
    expect(await numbering.openedUnder(YEAR, 'third')).toBeNull();
  });

  it('is not taken by an opening that the rules refuse', async () => {
    const { number } = await open();
    await expect(number('wrong', { flags: ['nonsense'] })).rejects.toMatchObject({ code: 'FLAG_UNKNOWN' });
    expect(await number('right')).toBe('LZ2026-0002');
  });
});

const head = personFor(exampleRoster(), 'officeHead');

describe('the number of a supervision order', () => {
  const answerBy = at('03-05 18:00');

  it('is taken by the signature, and the same signature again takes no second one', async () => {
    const { numbering, carrier, state } = await open();
    const draft = { type: 'DraftSupervisionOrder' as const, reason: '处置不当,引发二次舆情' };
    expect((await numbering.withOrder(state, officer, draft, 'a')).orderNumber).toBeUndefined();
    const drafted = (await carrier.carryOut(state.caseId, officer, draft)).state;
    const sign = { type: 'SignSupervisionOrder' as const, order: drafted.version, answerBy };
    const numberOf = async (key: string) => (await numbering.withOrder(drafted, head, sign, key)).orderNumber;
    expect(await numberOf('sign')).toBe('雷市监舆督〔2026〕1号');
    expect(await numberOf('sign')).toBe('雷市监舆督〔2026〕1号');
    expect(await numberOf('another')).toBe('雷市监舆督〔2026〕2号');
  });

  it('is not taken by an order that the rules refuse', async () => {
    const { numbering, state } = await open();
    const order = { type: 'SignSupervisionOrder' as const, order: 99, answerBy };
    const nobody = { id: 'x', name: 'X', role: 'nobody' };
    expect((await numbering.withOrder(state, nobody, order, 'a')).orderNumber).toBeUndefined();
    expect((await numbering.withOrder(state, head, order, 'b')).orderNumber).toBeUndefined();
  });
});
