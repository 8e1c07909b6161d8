import type { CaseList, DeskForms, FormChoice, FormField } from '../../../../shared/contracts/desk/forms.ts';
import { spoken } from '../../spoken.ts';

/** What else one can do where the case has nothing of a kind: the commands, and what each is for. */
const INSTEAD: Readonly<Partial<Record<CaseList, readonly (readonly [command: string, use: string])[]>>> = {
  doneActs: [
    ['CorrectInstant', '时间录错的'],
    ['ChangeLevel', '级别要改的'],
    ['SetFlags', '标记要改的'],
  ],
  items: [['AddSource', '另有来文、来电的']],
};

const insteadOf = (of: CaseList | undefined, { commands }: Pick<DeskForms, 'commands'>): string =>
  (of === undefined ? [] : (INSTEAD[of] ?? []))
    .flatMap(([command, use]) => {
      const title = commands[command]?.title;
      return title === undefined ? [] : [`${use}，用“${spoken(title)}”`];
    })
    .join('；');

/** What the case has none of. */
const NONE_OF: Readonly<Partial<Record<CaseList, string>>> = {
  items: '可并入的信息',
  doneActs: '可撤回的记录',
  incomplete: '待补齐的记录',
  toConfirm: '待确认的记录',
  releases: '待确认的免报',
  warnings: '待核发的预警',
  telephone: '待电话告知的事项',
  held: '已暂缓的职责',
  extendable: '可延长时限的职责',
  openDuties: '未办结的职责',
  draftOrders: '待签发的督办通知稿',
  issuedOrders: '待签收的督办通知',
  openOrders: '可作废的督办通知',
  returns: '待决定的退回',
  jointUnits: '会办单位',
};

/** Why a form cannot be sent at all: a choice that must be made has nothing to choose. Undefined: it can. */
export const nothingToChoose = (
  fields: readonly FormField[],
  forms: Pick<DeskForms, 'commands'>,
  choicesOf: (field: FormField) => readonly FormChoice[],
  isKnown: (list: CaseList) => boolean,
): string | undefined => {
  const empty = fields.find(
    (field) =>
      field.required === true && field.of !== undefined && isKnown(field.of) && choicesOf(field).length === 0,
  );
  if (empty === undefined) return undefined;
  const instead = insteadOf(empty.of, forms);
  const none = (empty.of && NONE_OF[empty.of]) ?? `可选的“${spoken(empty.title)}”`;
  return `本案目前没有${none}。${instead === '' ? '' : `${instead}。`}`;
};
