import fc from 'fast-check';
import type { Actor } from '../../../shared/case/events.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { actorsOf, instantAt } from '../random-case.ts';
import type { tell } from '../telling.ts';

type File = ReturnType<typeof tell>['file'];

/** What a random story seldom comes to, and a merge has to take over: each done or not, and to which of those that are there. */
export interface Prepared {
  extends: boolean;
  holds: boolean;
  units: number;
  receives: boolean;
  pick: number;
}
export const prepared: fc.Arbitrary<Prepared> = fc.record({
  extends: fc.boolean(),
  holds: fc.boolean(),
  units: fc.integer({ min: 0, max: 2 }),
  receives: fc.boolean(),
  pick: fc.nat(),
});

/** Given by the first whom the rules let. */
const giveByAny = (file: File, actors: readonly Actor[], now: string, command: CaseCommand): boolean =>
  actors.some((actor) => {
    const { refusal, events } = file.give(now, actor, command);
    return refusal === null && events.length > 0;
  });
const DAY_MINUTES = 24 * 60;

/** Does it at this minute of the case; returns what of it came about. */
export const prepare = (
  regulation: Regulation,
  file: File,
  minutes: number,
  { pick, ...asked }: Prepared,
): Record<'extended' | 'held' | 'joint' | 'received', boolean> => {
  const now = instantAt(minutes);
  const actors = actorsOf(regulation);
  const give = (command: CaseCommand): boolean => giveByAny(file, actors, now, command);
  const reason = '随机写下的一条理由';
  const from = regulation.sources.filter((source) => source.from !== null);
  const kind = from[pick % Math.max(1, from.length)]?.id;
  const received =
    asked.receives &&
    kind !== undefined &&
    give({ type: 'AddSource', source: { kind, reference: `〔2026〕${1 + (pick % 2)}号`, receivedAt: now } });
  const units = regulation.units.slice(0, asked.units + 1);
  const joint = units.filter(({ id }, index) =>
    give({
      type: 'AssignUnit',
      unit: id,
      ...(index === 0 || file.state.unit === null ? {} : { part: 'joint' }),
    }),
  );
  const open = file.schedule().duties.filter(({ status, isOfCase }) => status === 'open' && !isOfCase);
  const extendable = open.filter(({ extendableTo }) => extendableTo !== undefined);
  const chosen = extendable[pick % Math.max(1, extendable.length)];
  const extended =
    asked.extends &&
    chosen !== undefined &&
    give({
      type: 'ExtendDuty',
      duty: chosen.duty,
      to: chosen.extendableTo ?? instantAt(minutes + 10 * DAY_MINUTES),
      reason,
      approvedBy: '局长',
    });
  const held = asked.holds && open.some(({ duty }) => give({ type: 'HoldDuty', duty, reason }));
  return { extended, held, joint: joint.length > 1, received };
};
