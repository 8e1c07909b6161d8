import type { RefusedItemReply, RefusedRow } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { createTakenAs } from '../../../shared/office/refused/mended.ts';
import type { ItemRecord, Items } from '../../../shared/records/items.ts';
import type { RefusedItem } from '../../../shared/records/register/refused-items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { isNotNeeded } from '../../../shared/rules/items/judging-refused.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { maskNumbersIn } from '../../../shared/rules/reading/numbers.ts';
import { readsNumbers } from '../../../shared/rules/reading/roster.ts';
import { createReplyParts } from '../../reply-parts.ts';
import type { Sight } from '../sight.ts';

interface Dependencies {
  items: Pick<Items, 'find' | 'findVersion'>;
  sight: Pick<Sight, 'seesCase'>;
  regulation: Regulation;
}

/** With numbers of people where they are his to read. */
const wordsFor = (reading: Reading, text: string): string =>
  readsNumbers(reading) ? text : maskNumbersIn(text);

/** What has become of it; that it was taken counts more than what was said of it before. */
const becameOf = (refusal: RefusedItem, isTaken: boolean): RefusedRow['became'] => {
  if (refusal.entered !== undefined) return 'entered';
  if (isTaken) return 'mended';
  return isNotNeeded(refusal) ? 'notNeeded' : 'open';
};

/** A refused item as people read it. */
export const createRefusedView = ({ items, sight, regulation }: Dependencies) => {
  const takenAs = createTakenAs({ items, regulation });
  const { time, level, role } = createReplyParts(regulation);
  const caseOf = async (reading: Reading, { caseId }: ItemRecord): Promise<string | null> =>
    caseId !== undefined && (await sight.seesCase(reading, caseId)) ? caseId : null;
  const row = async (reading: Reading, refusal: RefusedItem): Promise<RefusedRow> => {
    const { refused, feed, at, code, problems, index, item, title, grade, told, isOwed, entered } = refusal;
    const { judgements = [] } = refusal;
    const taken = await takenAs(refusal);
    return {
      refused,
      feed,
      at: time(at),
      why: {
        code,
        // Of a whole push there is no field.
        message: problems
          .map(({ field, message }) => (index === undefined ? message : `${field} ${message}`))
          .join(';'),
      },
      item: item ?? null,
      title: title === undefined ? null : wordsFor(reading, title),
      level: grade === undefined ? null : level(grade.handling),
      secret: refusal.isSecret === true,
      told,
      isTold: !isOwed,
      became: becameOf(refusal, taken !== undefined),
      judgements: judgements.map(({ as, at: saidAt, by, reason }) => ({
        ...{ as, at: time(saidAt), ...by, role: role(by.role) },
        ...(reason === undefined ? {} : { reason: wordsFor(reading, reason) }),
      })),
      taken:
        taken === undefined
          ? null
          : {
              id: taken.id,
              case: await caseOf(reading, taken),
              by:
                entered === undefined
                  ? null
                  : { ...entered.by, at: time(entered.at), role: role(entered.by.role) },
            },
    };
  };
  return {
    row,
    one: async (reading: Reading, refusal: RefusedItem): Promise<RefusedItemReply> => {
      const { problems, raw, bytes, sha256, isSecret, index } = refusal;
      return {
        ...(await row(reading, refusal)),
        index: index ?? null,
        problems,
        raw: isSecret ? null : wordsFor(reading, raw),
        isCut: !isSecret && bytes > Buffer.byteLength(raw),
        bytes,
        sha256: isSecret ? null : sha256,
      };
    },
  };
};
