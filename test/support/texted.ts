import type { HandOver } from '../../shared/case/events.ts';

/** One text to the only person of a role. */
export const texted = (person: string, text = '短信'): Required<Pick<HandOver, 'among' | 'to'>> => ({
  among: [person],
  to: { address: person, person, name: '某人', mobile: '138****0000', tries: 0, text, messageId: 'm' },
});
