import { linkOf } from '../../shared/notices/phrases.ts';
import { createTellOfRefused, type TellDependencies } from '../../shared/office/refused/tell.ts';
import type { RefusedItems } from '../../shared/records/register/refused-items.ts';

interface Alerting extends TellDependencies {
  refusedItems: Pick<RefusedItems, 'owed' | 'put'>;
}

/** Tells who is on duty of what was refused and may be urgent: one text for all that came since it was last looked. */
export const alertOnRefused = async (alerting: Alerting): Promise<void> => {
  const { refusedItems, regulation, now } = alerting;
  const owed = await refusedItems.owed('atOnce', { upTo: now() });
  const [first] = owed;
  if (first === undefined) return;
  await createTellOfRefused(alerting)(owed, {
    group: `REFUSED#${first.refused}#${first.at}`,
    template: 'refusedUrgent',
    variables: { count: String(owed.length), link: linkOf(regulation) },
  });
};
