import type { OpenCase } from '../../../shared/contracts/opening-command.ts';
import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { SAME, SUSPICIONS } from '../../../shared/grading/stories/sentences.ts';
import { handTold } from '../../../shared/office/items/hand-told.ts';
import { type Alike, createStoryCases, type StoryDependencies } from '../../../shared/office/story-case.ts';
import type { ItemRecord } from '../../../shared/records/items.ts';
import { SECRET_FLAG } from '../../../shared/regulations/reserved.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import type { Sight } from '../sight.ts';

/** So many are told. */
const MOST = 3;
const whyOf = ({ comparison }: Alike): string => {
  if (comparison.outcome === 'same') return SAME[comparison.ground];
  return comparison.outcome === 'suspected' ? SUSPICIONS[comparison.ground] : '';
};

/** The open cases that an opening resembles, by its words and by its items, as far as the reader may know of them. */
export const createResembling = (dependencies: StoryDependencies & { sight: Sight }) => {
  const { sight } = dependencies;
  const { resembling } = createStoryCases(dependencies);
  return async (
    { title, text, flags }: Pick<OpenCase, 'title' | 'text' | 'flags'>,
    linked: readonly ItemRecord[],
    reading: Reading,
  ): Promise<OpeningTriedReply['resembles']> => {
    if (flags.includes(SECRET_FLAG)) return [];
    const said = [title, text].some((words) => words !== undefined)
      ? [handTold({ title: title ?? text ?? '', text })]
      : [];
    const found: Alike[] = [];
    for (const told of [...said, ...linked]) found.push(...(await resembling(told)));
    const likest = found.sort((one, other) => other.similarity - one.similarity);
    const once = likest.filter(
      ({ state }, index) => likest.findIndex((each) => each.state.caseId === state.caseId) === index,
    );
    const shown: OpeningTriedReply['resembles'] = [];
    for (const alike of once.slice(0, MOST)) {
      const { caseId, title: called } = alike.state;
      if (await sight.seesCase(reading, caseId))
        shown.push({ case: caseId, title: called, similarity: alike.similarity, why: whyOf(alike) });
    }
    return shown;
  };
};
