import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { spoken } from '../spoken.ts';
import { writtenAt } from './content.ts';
import type { Entry } from './log.ts';
import type { Say } from './matter.ts';

// Which case is which, as the file of a case has it.

type TakenOver = CaseReply['takenOver'][number];
type Detached = CaseReply['detached'][number];
const SYSTEM = 'system';

const eventOf = (entries: readonly Entry[], act: number, type: string) => {
  const entry = entries.find(({ version }) => version === act);
  return { entry, event: entry?.events.find((event) => event.type === type) };
};

/** When a case was merged into this one, who proposed it and who agreed, as far as the log is there. */
export const takenOverText = ({ at, act }: TakenOver, entries: readonly Entry[], say: Say): string => {
  const { entry, event } = eventOf(entries, act, 'CaseTakenOver');
  const { proposedBy } = (event ?? {}) as { proposedBy?: { name?: string } };
  return [
    `${say(at)}并入`,
    ...(proposedBy?.name === undefined ? [] : [`${spoken(proposedBy.name)}提出`]),
    // Who died between the two logs is finished by the system.
    ...(entry === undefined || entry.actor.role === SYSTEM ? [] : [`${spoken(entry.actor.name)}同意`]),
  ].join('，');
};

/** The limits of a case that hold here, being stricter; empty: none does. */
export const stricterText = ({ limits }: TakenOver, say: Say): string =>
  limits.length === 0
    ? ''
    : `时限从严：${limits.map(({ name, due }) => `${spoken(name)}${say(due)}前`).join('、')}`;

/** What had been done in a case that was merged: 电话报告，23:10，LZ2026-0002案卷日志第3条. */
export const doneText = ({ case: caseId, act, name, at }: TakenOver['done'][number], say: Say): string =>
  `${spoken(name)}，${say(at)}，${caseId}案卷日志第${act}条`;
export const doneTexts = ({ done }: TakenOver, say: Say): string[] => done.map((each) => doneText(each, say));

/** What an item was called that was taken out, when and by whom, as far as the log is there. */
export const detachedText = ({ at, act }: Detached, entries: readonly Entry[], say: Say): string => {
  const { entry, event } = eventOf(entries, act, 'ItemDetached');
  const title = entry && writtenAt(entry, (event as { title?: unknown } | undefined)?.title);
  const by = entry === undefined ? '' : `由${spoken(entry.actor.name)}`;
  return `${title === undefined ? '' : `“${title}”，`}${say(at)}${by}移出`;
};

/** Each time that the case was opened again after 结报. */
export const reopeningsOf = ({ reopenings }: Pick<CaseReply, 'reopenings'>, say: Say): string[] =>
  reopenings.map(({ concludedAt, at, by }) => `${say(concludedAt)}结报，${say(at)}由${spoken(by)}恢复办理`);

/** The cases that items of this one were taken out of, each with the items by their titles and the entry of its log that says so. */
export const outOfCases = ({ items }: Pick<CaseReply, 'items'>): { case: string; lines: string[] }[] => {
  const found = new Map<string, string[]>();
  for (const { title, outOf } of items)
    if (outOf !== undefined)
      found.set(outOf.case, [
        ...(found.get(outOf.case) ?? []),
        `“${title}”由该案卷移出，见该案卷日志第${outOf.act}条`,
      ]);
  return [...found].map(([caseId, lines]) => ({ case: caseId, lines }));
};

/** Which case is which, a name and a sentence each, as the paper has it. */
export const rearrangedRows = (
  found: CaseReply,
  entries: readonly Entry[],
  say: Say,
): { name: string; text: string }[] => [
  ...(found.mergedInto === null
    ? []
    : [
        {
          name: '已并入',
          text: `${say(found.mergedInto.at)}并入案卷${found.mergedInto.case}，在该案卷继续办理`,
        },
      ]),
  ...(found.formerCase === null ? [] : [{ name: '疑似复燃', text: `疑似案卷${found.formerCase}复燃` }]),
  ...found.takenOver.map((each) => ({
    name: '并入案卷',
    text: [
      `案卷${each.case}“${each.title}”，${takenOverText(each, entries, say)}`,
      ...[stricterText(each, say)].filter((text) => text !== ''),
      ...doneTexts(each, say).map((text) => `在该案卷已办：${text}`),
    ].join('\n'),
  })),
  ...outOfCases(found).map((each) => ({ name: '移自案卷', text: [each.case, ...each.lines].join('\n') })),
  ...found.detached.map((each) => ({
    name: '移出信息',
    text: `${detachedText(each, entries, say)}，${spoken(each.text)}`,
  })),
  ...reopeningsOf(found, say).map((text) => ({ name: '恢复办理', text })),
];
