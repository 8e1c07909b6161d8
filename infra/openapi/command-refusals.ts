import { ITEM_REFUSALS, RULED_REFUSALS } from '../../shared/contracts/api/command-refusals.ts';
import type { CommandName } from '../../shared/contracts/api/words/commands.ts';
import type { RefusalCode } from '../../shared/contracts/refusal-codes.ts';
import { RULES } from '../../shared/rules/commands.ts';
import { codeOf, namedFieldsOf } from '../../shared/rules/names.ts';

/** Commands that name items. */
const ABOUT_ITEMS: readonly CommandName[] = ['OpenCase', 'AttachItem'];

/** What a command can be refused with beside what every request can: by its rule, for what it names, and as the case stands. */
export const refusalsOfCommand = (name: CommandName): RefusalCode[] => {
  const { gate, afterConclusion, afterMerging } = RULES[name];
  const codes: RefusalCode[] = [
    ...RULED_REFUSALS[name],
    ...Object.values(namedFieldsOf(name)).map(codeOf),
    ...(ABOUT_ITEMS.includes(name) ? ITEM_REFUSALS : []),
    ...(gate === 'checked' ? (['GATE_CLOSED'] as const) : []),
    ...(afterConclusion === 'refused' ? (['CASE_CONCLUDED'] as const) : []),
    // A case that is not there yet is merged into none.
    ...(afterMerging || name === 'OpenCase' ? [] : (['CASE_MERGED'] as const)),
  ];
  return [...new Set(codes)].sort();
};
