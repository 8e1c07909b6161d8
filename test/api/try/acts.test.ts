import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../infra/local/api-event.ts';
import { personFor } from '../../../infra/local/people.ts';
import { exampleOf } from '../../../infra/openapi/examples/commands.ts';
import { COMMAND_NAMES, commandNames } from '../../../shared/contracts/api/words/command-names.ts';
import { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { actorsOf, configuredBureaus, instantAt } from '../../properties/random-case.ts';
import { commandsOf } from '../../properties/random-commands.ts';
import {
  aimed,
  minutesNow,
  openStory,
  runClocks,
  type Story,
  storyOf,
} from '../../properties/tried-stories.ts';
import { dutiesIn, read, refusalIn, type Told, triedIn } from '../../support/told.ts';
import { openTrying, type Trying } from './trying.ts';

const RUNS = 6;
const HALF_WAY = 4;
const actsIn = (told: Told) => read(ActsReply, told).acts;

type Who = { role: string; unit?: string | undefined };
const get = (
  { office, people }: Trying,
  { role, unit }: Who,
  path: string,
  query: Record<string, string> = {},
) => office.http({ method: 'GET', path, query, claims: claimsOf(personFor(people, role, unit)) });

/** Commands of every type with valid fields: the contract's example, and random ones. */
const formsOf = (regulation: Regulation): ReadonlyMap<string, object[]> => {
  const forms = new Map<string, object[]>();
  const note = (command: { type: string }): void => {
    const known = forms.get(command.type) ?? [];
    if (known.length < 2) forms.set(command.type, [...known, command]);
  };
  for (const type of commandNames) note({ type, ...exampleOf(regulation, type) });
  for (const command of fc.sample(commandsOf(regulation), 400)) note(command);
  return forms;
};

interface Seen {
  refused: Set<string>;
  asked: number;
}
/** What is said that he may not is refused whatever he fills in, and what his list asks of him he may. */
const hold = async (
  trying: Trying,
  caseId: string,
  forms: ReadonlyMap<string, object[]>,
  seen: Seen,
): Promise<void> => {
  const { regulation } = trying.office.system;
  const state = (await trying.office.system.cases.load(caseId))!;
  for (const { role, unit } of actorsOf(regulation)) {
    const who: Who = { role, ...(unit === undefined ? {} : { unit: state.unit ?? unit }) };
    const told = await get(trying, who, `/v1/cases/${caseId}/acts`);
    if (told.status !== 200) continue;
    const acts = actsIn(told);
    expect(acts.map(({ type }) => type)).toEqual(commandNames.filter((type) => type !== 'OpenCase'));
    for (const { type, may, reason, name } of acts) {
      expect(name).toBe(COMMAND_NAMES[type as keyof typeof COMMAND_NAMES]);
      expect(reason === null).toBe(may);
      if (may) continue;
      for (const [pick, command] of (forms.get(type) ?? []).entries()) {
        const step = { afterMinutes: 0, agoMinutes: 0, pick, command };
        const answer = await trying.attempt(
          who,
          `/v1/cases/${caseId}/commands`,
          aimed(trying, state, step).command,
        );
        const what = `${type} ${role} ${reason} ${JSON.stringify(answer.body).slice(0, 200)}`;
        if (answer.status === 200) {
          const { wouldBe } = triedIn(answer);
          // What comes in after the end is passed over in silence, since feeds bring it too.
          expect(type === 'AttachItem' && wouldBe === 'nothing' ? 'refused' : wouldBe, what).toBe('refused');
          seen.refused.add(type);
        } else if (refusalIn(answer).code !== 'INVALID')
          expect(answer.status, what).toBeGreaterThanOrEqual(403);
      }
    }
    const tasks = dutiesIn(await get(trying, who, '/v1/duties', { case: caseId }));
    for (const { kind, text, commands } of tasks) {
      // What has come up to him is another's to do.
      if (kind === 'climbed' || commands.length === 0) continue;
      const asked = commands.map(({ type }) => acts.find((act) => act.type === type)!);
      // What came after a conclusion was proposed may bar it: he whose word it waits for is told why.
      const isBarred = asked.every(({ type, reason }) => type === 'ApproveConclusion' && reason !== null);
      expect(isBarred || asked.some(({ may }) => may), `${role} ${text} ${JSON.stringify(asked)}`).toBe(true);
      seen.asked += 1;
    }
  }
};

const play = async (
  regulation: Regulation,
  story: Story,
  forms: ReadonlyMap<string, object[]>,
  seen: Seen,
): Promise<void> => {
  const trying = await openTrying({ regulation });
  const caseId = await openStory(trying, story);
  if (caseId === undefined) return;
  await hold(trying, caseId, forms, seen);
  let minutes = minutesNow(trying);
  for (const [index, step] of story.steps.entries()) {
    minutes += step.afterMinutes;
    if (story.clocks) await runClocks(trying, caseId, instantAt(minutes));
    trying.office.at(instantAt(minutes));
    const state = (await trying.office.system.cases.load(caseId))!;
    const { who, command } = aimed(trying, state, step);
    await trying.send(who, `/v1/cases/${caseId}/commands`, command);
    if (index === HALF_WAY) await hold(trying, caseId, forms, seen);
  }
  await hold(trying, caseId, forms, seen);
};

describe.each(configuredBureaus)('what may be done to a case, in %s', (_, regulation) => {
  it('is refused in whatever form where it is said that he may not, and may be done where his list asks for it', async () => {
    const seen: Seen = { refused: new Set(), asked: 0 };
    const forms = formsOf(regulation);
    await fc.assert(
      fc.asyncProperty(storyOf(regulation), (story) => play(regulation, story, forms, seen)),
      { numRuns: RUNS },
    );
    expect(seen.refused.size).toBeGreaterThan(15);
    expect(seen.asked).toBeGreaterThan(10);
  }, 120_000);
});
