import { expect, it } from 'vitest';
import { isToldAtOnce } from '../../../shared/notices/still-owed.ts';
import { templates } from '../../../shared/notices/templates.ts';

it('what a text says is to be done at once waits for no digest, whatever it is about', () => {
  for (const [name, { text }] of Object.entries(templates))
    if (text.includes('请立即')) expect([name, isToldAtOnce(name)]).toEqual([name, true]);
});

it.each([
  // Of no case: what nobody has judged, what was refused and may be urgent, what does not come.
  ...['unjudged', 'refusedUrgent', 'feedTrouble', 'feedTroubleVendor'],
  // Of a case: whom to ring, what has gone out unapproved, a 退回, and what has become worse.
  ...['telephone', 'unapproved', 'returned', 'hotter', 'spread', 'rekindled', 'planRequested'],
])('%s is told at once', (template) => expect(isToldAtOnce(template)).toBe(true));

it.each(['routine', 'refusedItems', 'feedWell', 'rosterChanged', 'opened', 'levelLowered', 'calmed'])(
  '%s can wait for a digest',
  (template) => expect(isToldAtOnce(template)).toBe(false),
);
