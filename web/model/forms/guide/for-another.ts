import type { CommandForm } from '../../../../shared/contracts/desk/forms.ts';
import { groupIn, type Values } from '../values.ts';

/** The field in which another is named. */
export const FOR_ANOTHER = 'onBehalf';
/** Refusals of whoever is none of those whose word it is. */
const NOT_HIS: readonly string[] = ['ROLE_NOT_ALLOWED', 'GROUP_HEAD_REQUIRED'];

/** What stands there where a 批示 of the bureau's own leaders names none of them. */
const WHOSE = '没有写明哪位领导的，系统不请人确认';

/**
 * What stands at 替别人录入 where somebody may act only for another: field → words. `may`: whether his post has a right to it of its
 * own, and whether he may enter for others at all; `refusal`: of what stands in the form, by its code.
 */
export const forAnother = (
  { type, fields }: Pick<CommandForm, 'type' | 'fields'>,
  values: Values,
  may: { itself: boolean; forAnother: boolean },
  refusal: { code: string } | null | undefined,
): Readonly<Record<string, string>> => {
  const hasField = fields.some(({ name }) => name === FOR_ANOTHER);
  const isNamed = groupIn(values[FOR_ANOTHER]).person !== undefined;
  const isAnothers = !may.itself || NOT_HIS.includes(refusal?.code ?? '');
  if (!hasField || !may.forAnother || isNamed) return {};
  if (isAnothers) return { [FOR_ANOTHER]: '你可以代录：本人告知后填写，由本人确认' };
  return type === 'RecordInstruction' && values.from === 'bureau' ? { [FOR_ANOTHER]: WHOSE } : {};
};
