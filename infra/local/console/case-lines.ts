import type { CaseReply, OpenedReply } from '../../../shared/contracts/replies/case.ts';
import { dutyLine } from './duty-line.ts';
import { day, time } from './lines.ts';
import { rearrangedLines } from './rearranged-lines.ts';

/** What was written down when the case was entered by hand. */
const noteLines = ({ note: { text, call } }: CaseReply): string[] => {
  if (text === undefined && call === undefined) return [];
  const parts = [
    ['来电时间', call?.at === undefined ? undefined : time(call.at)],
    ['来电人', call?.caller],
    ['单位职务', call?.post],
    ['来电号码', call?.number],
    ['接听人', call?.takenBy],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}${value}`]));
  return [
    `${call === undefined ? '录入原文' : '值班电话记录'}:${parts.join(';')}`,
    ...(text === undefined ? [] : text.split('\n').map((line) => `  ${line}`)),
  ];
};

const STATED = { publishedAt: '最早公开', outbreakAt: '爆发', knownAt: '知晓', detectedAt: '发现' } as const;

/** The earliest 事发 that an item of the case says; it starts nothing before somebody has made sure of it. */
const eventOfItems = ({ items }: CaseReply): string | undefined => {
  const [first] = items
    .flatMap(({ eventAt, eventDateOnly }) => (eventAt === null ? [] : [{ at: eventAt, eventDateOnly }]))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return first && (first.eventDateOnly ? day(first.at) : time(first.at));
};

/** 事发 and 舆情发生, which are two, then what else is known of when it began; what nobody knows or could read is asked for. */
const beginningLine = (view: CaseReply): string => {
  const { instants, dateOnly, doubts, unread } = view;
  const has = (list: readonly { id: string }[], id: string): boolean => list.some((each) => each.id === id);
  const said = (id: keyof typeof STATED | 'eventAt' | 'occurredAt', ...more: string[]) => {
    const at = instants[id];
    if (at === undefined) return undefined;
    const isDay = has(dateOnly, id);
    const notes = [...(isDay ? ['仅知日期'] : []), ...(has(doubts, id) ? ['存疑'] : []), ...more];
    return `${isDay ? day(at) : time(at)}${notes.length === 0 ? '' : `(${notes.join(',')})`}`;
  };
  // 舆情发生 is the first publication until somebody says otherwise.
  const published = has(doubts, 'publishedAt') ? undefined : said('publishedAt', '按最早公开');
  const began = said('occurredAt') ?? published;
  const ofItems = eventOfItems(view);
  const asked = (name: string, value: string | undefined, hint = ''): string[] =>
    // A matter that is no 舆情 has neither.
    value === undefined && view.gradingText === '' ? [] : [`${name}${value ?? `未知,请核实${hint}`}`];
  return [
    ...asked('事发', said('eventAt'), ofItems && `(信息所称${ofItems})`),
    ...asked('舆情发生', began),
    ...(Object.keys(STATED) as (keyof typeof STATED)[]).flatMap((id) => {
      const text = said(id);
      const isSaid = id === 'publishedAt' && instants.occurredAt === undefined && published !== undefined;
      return text === undefined || isSaid ? [] : [`${STATED[id]}${text}`];
    }),
    ...unread.map(({ instant, text }) => `${instant.name}所填“${text}”无法识别,未据以起算,请核实`),
  ].join(';');
};

/** What waits for somebody's word. */
const waitingLines = (view: CaseReply): string[] => [
  ...(view.awaitingSecondPerson === null
    ? []
    : [`待第二人审批:降为${view.awaitingSecondPerson.to.name}(申请人${view.awaitingSecondPerson.by})`]),
  ...(view.awaitingConclusion === null ? [] : [`待第二人同意:结报(提出人${view.awaitingConclusion.by})`]),
  ...view.toConfirm.map(({ act, of, name, role, since, enteredBy }) =>
    of === 'onBehalf'
      ? `待${role.name}本人确认:${name}(案卷日志第${act}条,${time(since)}由${enteredBy}代录)`
      : `待局领导会签:${role.name}的意见,${name}(案卷日志第${act}条,${time(since)}由${enteredBy}录入)`,
  ),
];

/** Where several units have it, who has signed; and what a unit has asked for. */
const unitLines = ({ units }: CaseReply): string[] => [
  ...(units.length < 2
    ? []
    : units.map(
        ({ unit, partText, acknowledgedAt }) =>
          `${partText}:${unit.name}${acknowledgedAt === null ? ',未签收' : `,${time(acknowledgedAt)}签收`}`,
      )),
  ...units.flatMap(({ unit, returned }) =>
    returned === null
      ? []
      : [
          `待决定:${unit.name}退回(案卷日志第${returned.act}条,${time(returned.at)} ${returned.by}):${returned.reason}`,
        ],
  ),
];

const goneLine = ({ act, at, by, reason }: CaseReply['withdrawn'][number]): string =>
  `案卷日志第${act}条 ${time(at)} ${by},理由:${reason}`;

const actLines = (view: CaseReply): string[] => [
  ...view.orders.map(
    ({ order, number, stateText, unit, reason }) =>
      `督办通知${number ?? `稿(案卷日志第${order}条)`} ${stateText} ${unit.name}:${reason}`,
  ),
  ...view.releases.map(({ act, name, stateText }) => `不再报送(案卷日志第${act}条) ${name} ${stateText}`),
  ...view.telephoneTasks.map(
    ({ notice, tell, about, text }) =>
      `须电话通知:${tell.name}${about === null ? '' : `,${about.name}`}${text === null ? '' : `;${text.stateText}`}  (${notice})`,
  ),
  ...view.incompleteActs.map(
    ({ act, name, madeAt, by, missing }) =>
      `要件待补:案卷日志第${act}条 ${time(madeAt)} ${by} ${name},缺${missing.join('、')}`,
  ),
  ...view.withdrawn.map((gone) => `已撤回:${goneLine(gone)}`),
  ...view.denied.map((gone) => `被否认:${goneLine(gone)}`),
];

/** What the gateway has reported, if it reports. */
const receiptLines = ({ receipts: { delivered, undelivered } }: CaseReply): string[] =>
  delivered + undelivered === 0 ? [] : [`短信回执:送达${delivered}条,未送达${undelivered}条`];

/** A case for the console: when it began, what waits for whom, what is owed, by when, by whom, on which clause. */
export const printCase = (view: OpenedReply): string =>
  [
    `${view.case} ${view.title}`,
    `${view.stateText}  级别:${view.warningLevel.name}${view.gradingText === '' ? '' : `(${view.gradingText})`}  处置级别:${view.handlingLevel.name}${view.withoutLimit === null ? '' : `(${view.withoutLimit})`}  责任单位:${view.unit?.name ?? '未转办'}${view.jointUnits.length === 0 ? '' : `(主办)、${view.jointUnits.map(({ name }) => `${name}(会办)`).join('、')}`}`,
    ...unitLines(view),
    ...view.ratings.map(
      ({ scale, level, byDefault }) =>
        `${scale.name}:${level.name}${byDefault === null ? '' : `(未评定,${byDefault.reason})`}`,
    ),
    ...(view.flags.length === 0 ? [] : [`标记:${view.flags.map(({ name }) => name).join('、')}`]),
    beginningLine(view),
    ...noteLines(view),
    ...(view.notes ?? []).map((text) => `注意:${text}`),
    ...view.doubts.map(({ name }) => `存疑:${name},未据以起算,请核实`),
    ...view.items.flatMap(({ title, doubt }) =>
      doubt === undefined ? [] : [`存疑:信息“${title}”(${doubt}),请核实`],
    ),
    ...view.items.flatMap(({ title, version, newest }) =>
      version === newest ? [] : [`信息“${title}”:案卷依据第${version}版,推送方后来改过,现为第${newest}版`],
    ),
    `初判依据(供参考${view.grade.score === null ? '' : `,得分${view.grade.score}`}):`,
    ...view.grade.reasons.map(({ text }) => `  ${text}`),
    ...rearrangedLines(view),
    ...waitingLines(view),
    ...actLines(view),
    ...receiptLines(view),
    '职责:',
    ...view.duties.map(dutyLine),
    ...(view.cancelled.length === 0
      ? []
      : ['已不适用:', ...view.cancelled.map(({ name, reason }) => `  ${name}:${reason}`)]),
  ].join('\n');
