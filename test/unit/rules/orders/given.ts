import type { Actor } from '../../../../shared/case/events.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { at, caseFile, head, opening } from '../../../support/case-file.ts';

export const unitHead: Actor = { id: 'p-unit-head', name: '食品股负责人', role: 'unitHead', unit: 'food' };

/** An orange case of 食品股 whose first daily report is due at `03-03 08:00`. */
export const orange = (facts: Parameters<typeof opening>[0] = {}) => {
  const file = caseFile();
  file.give(
    '03-02 08:10',
    head,
    opening({ level: 'orange', instants: { outbreakAt: at('03-02 08:00') }, ...facts }),
  );
  return file;
};
export type File = ReturnType<typeof caseFile>;

export const sign = (order: number, answerBy = at('03-04 18:00'), orderNumber = '督1'): CaseCommand =>
  ({ type: 'SignSupervisionOrder', order, answerBy, orderNumber }) as CaseCommand;
export const draft = (reason = '处置不当,引发二次舆情', duty?: string): CaseCommand => ({
  type: 'DraftSupervisionOrder',
  reason,
  ...(duty === undefined ? {} : { duty }),
});
/** The entry of the case's last draft. */
export const lastDraft = (file: File): number => file.state.orders.at(-1)!.entry;
export const code = ({ refusal }: { refusal: { code: string } | null }): string | undefined => refusal?.code;
