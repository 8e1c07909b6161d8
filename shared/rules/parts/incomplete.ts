import type { Act } from '../../case/state/act.ts';
import type { CaseState } from '../../case/state.ts';
import { dutyOf, nameIn, rolesInChinese } from '../../regulations/lookup.ts';
import type { PartId } from '../../regulations/part-ids.ts';
import { REVIEW_DOCUMENT } from '../../regulations/reserved.ts';
import type { Parts, Regulation } from '../../regulations/schema.ts';

/** What each part is called, where the regulation has no word of its own. */
const PARTS: Readonly<Record<PartId, string>> = {
  spokeTo: '接听人姓名',
  post: '对方接听人的单位和职务',
  summary: '要点',
  reference: '文号',
  text: '正文',
  signedBy: '签发人',
  title: '标题',
  link: '链接',
  place: '发布地点或平台',
  participants: '参会人员',
  conclusion: '会议结论',
  note: '办理情况',
  reason: '理由',
  to: '报送对象',
};

/** What the regulation calls a part. */
export const partName = ({ called }: Parts, part: PartId): string => called[part] ?? PARTS[part];
/** What is said to be missing where none of these parts is there. */
export const lackName = (entry: Parts, group: readonly PartId[]): string =>
  group.map((part) => partName(entry, part)).join('或');

interface Kind {
  act: Act;
  kind: Parts['act'];
  /** In what the entries of the data that hold for it must agree. */
  form?: string;
  report?: string;
  to?: readonly string[];
  id?: string;
  name: string;
}

const isMeant = (entry: Parts, { kind, form, report, to, id }: Kind): boolean => {
  const has = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
    wanted === undefined || (value !== undefined && wanted.includes(value));
  return (
    entry.act === kind &&
    has(entry.forms, form) &&
    has(entry.kinds, report) &&
    has(entry.actions, id) &&
    has(entry.decisions, id) &&
    (entry.to === undefined || entry.to.some((role) => to?.includes(role)))
  );
};

const fieldsOf = ({ documents }: Regulation, id: string): readonly string[] =>
  documents.find((document) => document.id === id)?.fields ?? [];

/** The names of what an act lacks by one entry of the data. */
const missingBy = (regulation: Regulation, state: CaseState, entry: Parts, { parts }: Act): string[] => {
  const lacking = entry.needs.filter((group) => !group.some((part) => parts.includes(part)));
  const named = lacking.map((group) => lackName(entry, group));
  if (entry.document === undefined) return named;
  const onFile = state.documents.filter(({ id }) => id === entry.document).flatMap((each) => each.parts);
  const fields = fieldsOf(regulation, entry.document).filter(
    (field) => ![...parts, ...onFile].includes(field),
  );
  return [...named, ...fields];
};

const kindsIn = (regulation: Regulation, state: CaseState): Kind[] => {
  return [
    ...state.reports.map((act) => ({
      act,
      kind: 'report' as const,
      form: act.form,
      report: act.kind,
      to: act.to,
      name: `报${rolesInChinese(regulation, act.to)}的${nameIn(regulation.reportForms, act.form)}${nameIn(regulation.reportKinds, act.kind)}`,
    })),
    ...state.publications.map((act) => ({
      act,
      kind: 'publication' as const,
      form: act.id,
      name: nameIn(regulation.publicationForms, act.id),
    })),
    ...state.meetings.map((act) => ({ act, kind: 'meeting' as const, name: '会议' })),
    ...state.planRequests.map((act) => ({ act, kind: 'planRequest' as const, name: '报请启动应急预案' })),
    ...state.actions.map((act) => ({
      act,
      kind: 'action' as const,
      id: act.id,
      name: nameIn(regulation.actions, act.id),
    })),
    ...state.decisions.map((act) => ({
      act,
      kind: 'decision' as const,
      id: act.id,
      name: `决定“${nameIn(regulation.decisions, act.id)}”`,
    })),
  ];
};

/** What people have done in the case, as far as it counts, each as it is called. */
export const namedActs = (regulation: Regulation, state: CaseState): { act: Act; name: string }[] => {
  const { planStarts, planEnds, documents, instructions, outbreaks } = state;
  return [
    ...kindsIn(regulation, state),
    ...planStarts.map((act) => ({ act, name: '启动应急预案' })),
    ...planEnds.map((act) => ({ act, name: '结束应急预案' })),
    ...documents.map((act) => ({ act, name: nameIn(regulation.documents, act.id) })),
    ...instructions.map((act) => ({ act, name: '领导批示' })),
    ...outbreaks.flatMap(({ calm, doubtedCalm }) =>
      [calm, doubtedCalm?.calm].flatMap((act) => (act == null ? [] : [{ act, name: '宣布平息' }])),
    ),
  ];
};

/** What the act of a log entry is called: what people may enter for others, that is. */
export const actName = (regulation: Regulation, state: CaseState, entry: number): string => {
  const found = namedActs(regulation, state).find(({ act }) => act.entry === entry)?.name;
  // Of what is entered for another only a 批示 that asks for nothing stands in no list.
  return found ?? (state.confirmations[entry]?.of === 'onBehalf' ? '领导批示' : '办理记录');
};

/** An act that lacks something: its log entry, what it is called, who entered it, and what is missing, in Chinese. */
export interface IncompleteAct {
  act: number;
  name: string;
  madeAt: string;
  by: Act['by'];
  missing: string[];
}
const incomplete = (act: Act, name: string, missing: string[]): IncompleteAct[] =>
  missing.length === 0 ? [] : [{ act: act.entry, name, madeAt: act.madeAt, by: act.by, missing }];

/** What a warning has to say, and what its release did not. */
const releasesIn = (regulation: Regulation, state: CaseState): IncompleteAct[] =>
  Object.entries(state.warningReleases).flatMap(([key, act]) => {
    const duty = dutyOf(regulation, key.slice(0, key.indexOf('#')));
    const says = [duty, ...duty.terms].flatMap(({ fulfilledBy = [] }) =>
      fulfilledBy.flatMap((way) => (way.act === 'notice' ? (way.says ?? []) : [])),
    );
    const missing = says.map(({ part }) => part).filter((part) => !act.parts.includes(part));
    return incomplete(act, duty.name, [...new Set(missing)]);
  });

/**
 * 要件待补: the acts on the file that lack what the regulation asks for, oldest entry first. They stand at their instants all
 * the same; whoever made them or the office fills in the rest, and until then the case is not concluded.
 */
export const incompleteActs = (regulation: Regulation, state: CaseState): IncompleteAct[] =>
  [
    ...kindsIn(regulation, state).flatMap((each) => {
      const missing = regulation.parts
        .filter((entry) => isMeant(entry, each))
        .flatMap((entry) => missingBy(regulation, state, entry, each.act));
      return incomplete(each.act, each.name, [...new Set(missing)]);
    }),
    ...[
      ...state.documents,
      ...(state.review === null ? [] : [{ ...state.review, id: REVIEW_DOCUMENT }]),
    ].flatMap((act) =>
      incomplete(
        act,
        nameIn(regulation.documents, act.id),
        fieldsOf(regulation, act.id).filter((field) => !act.parts.includes(field)),
      ),
    ),
    ...releasesIn(regulation, state),
  ].sort((one, other) => one.act - other.act);
