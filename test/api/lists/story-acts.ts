import { openableLevels } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';

export type Command = { type: string } & Record<string, unknown>;
const HOUR = 3_600_000;

export type Ending = 'proposed' | 'concluded' | 'archived';
/** How the case with this number of a story ends; undefined: it goes on. */
export const endingOf = (index: number): Ending | undefined =>
  (({ 1: 'proposed', 3: 'concluded', 7: 'concluded', 8: 'archived', 9: 'archived' }) as const)[index];

/** Somebody of the bureau who has no limit of his own to meet: its leaders stand last. */
export const leaderOf = ({ roles }: Regulation): string =>
  roles.findLast(({ kind, perUnit, id }) => kind === 'internal' && !perUnit && id !== 'operator')!.id;

/**
 * What is done in the case with this number of a story, where its rules let it; `person`: somebody in whose name something is entered.
 * `at`: the present instant.
 */
export const actsOf = (
  regulation: Regulation,
  index: number,
  { at, person }: { at: string; person: string },
): Command[] => {
  const { units, actions, documents, reportKinds, reportForms, decisions, publicationForms } = regulation;
  const each = <T>(list: readonly T[], step = 0): T => list[(index + step) % list.length]!;
  const levels = openableLevels(regulation);
  const document = each(documents);
  const deadline = new Date(Date.parse(at) + 30 * HOUR).toISOString();
  const report = { kind: each(reportKinds).id, form: reportForms[0]!.id, to: [leaderOf(regulation)] };
  const fields = Object.fromEntries(document.fields.map((field) => [field, '已核实']));
  const onBehalf = { person, channel: '电话', at };
  const grade = index % 4 === 0 ? [] : [{ type: 'ConfirmGrade', level: each(levels).id }];
  const issue = { type: 'IssueDocument', document: document.id, fields };
  // What waits for a word, or lacks something, cannot be concluded.
  if (endingOf(index) !== undefined)
    return [
      ...grade,
      ...actions.map(({ id }) => ({ type: 'RecordAction', action: id, note: '已办' })),
      issue,
    ];
  return [
    ...grade,
    { type: 'FileReport', ...report, summary: '正在处置' },
    ...actions.map(({ id }) => ({
      type: 'RecordAction',
      action: id,
      onBehalf: { ...onBehalf, text: '口径' },
    })),
    { type: 'RecordPublication', form: publicationForms[0]?.id ?? '无' },
    { type: 'RecordDecision', decision: decisions[0]?.id ?? '无', outcome: '可以' },
    issue,
    ...(index % 3 === 0
      ? [{ type: 'ChangeLevel', level: levels[0]!.id, reason: '已趋平息', authority: 'change' }]
      : []),
    ...(index % 4 === 2
      ? [
          {
            ...{ type: 'RecordInstruction', from: 'bureau', text: '尽快核查', task: '报核查情况', deadline },
            to: { role: 'unitHead', unit: each(units, 1).id },
          },
        ]
      : []),
    ...(index % 2 === 0
      ? ['未按时办理', '处置不当'].map((reason) => ({ type: 'DraftSupervisionOrder', reason }))
      : []),
    ...(index === 5 ? [{ type: 'SetFlags', add: ['secret'], reason: '见纸质件' }] : []),
  ];
};
