import { describe, expect, it } from 'vitest';
import type { ScheduledDuty } from '../../../../shared/deadlines/scheduled-duty.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { commandsFor } from '../../../../shared/rules/tasks/command-for.ts';
import { actPath } from '../../../../web/model/duties/act-label.ts';
import { startOf } from '../../../../web/model/forms/start.ts';
import { carriedIn } from '../../../../web/model/forms/values.ts';
import { BUREAUS, formsIn } from '../bureau-forms.ts';

describe.each(BUREAUS)('a report that is opened from its duty in %s', (bureau) => {
  const { commands } = formsIn(bureau);
  const ways = regulations[bureau]!.duties.flatMap(({ id, fulfilledBy, terms }) =>
    [...fulfilledBy, ...terms.flatMap((term) => term.fulfilledBy ?? [])].flatMap((way) =>
      way.act === 'report' ? [{ id, way }] : [],
    ),
  );
  /** What stands in the form, by the address that the row leads to. */
  const opened = (way: (typeof ways)[number]['way']) => {
    const scheduled = { ways: [way], missingReceivers: [], receivers: [], limit: { kind: 'prompt' } };
    const [command] = commandsFor(scheduled as unknown as ScheduledDuty);
    const path = actPath('XX2026-0001', command as never, false, { duty: 'x', occurrence: '1' });
    const carried = carriedIn(new URLSearchParams(path.split('?')[1]).get('with'));
    return startOf(commands.FileReport!.fields, carried, () => []);
  };

  it('has the kind already where only one will do, and leaves it open where there are several', () => {
    expect(ways.length).toBeGreaterThan(0);
    for (const { id, way } of ways)
      expect(opened(way).kind, id).toBe(way.kinds?.length === 1 ? way.kinds[0] : undefined);
  });
});
