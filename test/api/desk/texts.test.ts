import { expect, it } from 'vitest';
import type { TextListReply } from '../../../shared/contracts/replies/registers.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { isPerUnit } from '../../../shared/regulations/lookup.ts';
import { createOffice } from '../../support/office.ts';
import { openCase } from '../lists/desk.ts';

it.each(['leizhou', 'yinzhou'])('%s: of each text it is told of which unit the post is', async (bureau) => {
  const regulation = regulations[bureau]!;
  const office = await createOffice({ regulation });
  const unit = regulation.units[1]!;
  const level = regulation.scales[0]!.levels.at(-1)!;
  const caseId = await openCase(office, regulation, { level: level.id, unit: unit.id });
  await office.notify(caseId);
  office.pass(2 * 3_600_000);
  await office.notify();
  const { body } = await office.as('officeHead')('GET', `/v1/cases/${caseId}/texts`);
  const { texts } = body as TextListReply;
  const ofUnits = texts.filter(({ role, instead }) => isPerUnit(regulation, (instead ?? role).id));
  expect(ofUnits.length).toBeGreaterThan(0);
  expect(ofUnits.length).toBeLessThan(texts.length);
  for (const row of texts)
    expect(row.unit).toEqual(ofUnits.includes(row) ? { id: unit.id, name: unit.name } : null);
});
