// Who may read what: written by hand from the two regulations as issued and readings R26, R31, R32, R36,
// without a look at the code. 「办法」 and 「应急预案」 are 雷州's, 「预案」 is 南宁's.
//
// How the statuses are told apart:
// - 403 before 404: a role without any right to the route has 403 for every number, existing or not.
// - A unit asking for another unit's ordinary case has 403; for a number that does not exist, and for a
//   涉密 case it may not know of, 404. (Only the 涉密 case is said to be answered like a missing one.)
// - An item he may not see is 404 for whoever reads items at all.
// - For a post that is no unit's, `own` and `other` are the same ordinary open case, not a red one.

export type Status = 200 | 403 | 404;

export const COLUMNS = [
  'own',
  'other',
  'secretOwn',
  'secretOther',
  'concluded',
  'concludedOther',
  'none',
] as const;
export type Column = (typeof COLUMNS)[number];

type Cells = Record<Column, Status>;

export interface Row {
  case: Record<Column, Status>;
  schedule: Record<Column, Status>;
  log: Record<Column, Status>;
  reads: Record<Column, Status>;
  item: Record<Column, Status>;
  list: Status;
  items: Status;
  refusals: Status;
  roster: Status;
  regulation: Status;
  numbers: 'all' | 'masked' | null;
}

/** Seven cells in the order of COLUMNS. */
function cells(
  own: Status,
  other: Status,
  secretOwn: Status,
  secretOther: Status,
  concluded: Status,
  concludedOther: Status,
  none: Status,
): Cells {
  return { own, other, secretOwn, secretOther, concluded, concludedOther, none };
}

/** The case and what is read with it: plan of times and log follow the case. */
function follows(of: Cells): Pick<Row, 'case' | 'schedule' | 'log'> {
  return { case: { ...of }, schedule: { ...of }, log: { ...of } };
}

//                           own  other secretOwn secretOther concluded concludedOther none
const EVERY_CASE = cells(200, 200, 200, 200, 200, 200, 404);
const ALL_BUT_SECRET = cells(200, 200, 404, 404, 200, 200, 404);
const OWN_CASE = cells(200, 403, 200, 404, 200, 403, 404);
const OWN_ITEM = cells(200, 404, 200, 404, 200, 404, 404);
const NO_SUCH_CASE = cells(403, 403, 404, 404, 403, 403, 404);
const NO_SUCH_ITEM = cells(404, 404, 404, 404, 404, 404, 404);
const NO_RIGHT = cells(403, 403, 403, 403, 403, 403, 403);

// 局办公室 all cases (办法五、三十三; 预案三(二)1). On duty, so he knows of 涉密 cases too (R26).
// Register of reads: the head and the leaders only, so not the man whose reads stand in it.
// Item of a 涉密 case (R26 "masked for everybody"): masked, not gone, for whoever may know of the case: 200.
const DUTY_OFFICER: Row = {
  ...follows(EVERY_CASE),
  reads: NO_RIGHT,
  item: EVERY_CASE,
  list: 200,
  items: 200,
  refusals: 403,
  roster: 200,
  regulation: 200,
  numbers: 'all',
};

// Head of the office: as the office, and the register of reads (R26) and the refusals (R32).
const OFFICE_HEAD: Row = {
  ...follows(EVERY_CASE),
  reads: EVERY_CASE,
  item: EVERY_CASE,
  list: 200,
  items: 200,
  refusals: 200,
  roster: 200,
  regulation: 200,
  numbers: 'all',
};

// A leader: all cases, 涉密 ones by their existence (R26), and the register of reads.
// Refusals: named are 办公室负责人 and 系统运维 only (R32). Numbers: named are the office, oneself, who has
// to call (R31); a leader is reported to by the office (办法十七) and calls through it, so masked.
const LEADER: Row = {
  ...follows(EVERY_CASE),
  reads: EVERY_CASE,
  item: EVERY_CASE,
  list: 200,
  items: 200,
  refusals: 403,
  roster: 200,
  regulation: 200,
  numbers: 'masked',
};

// A unit its own (办法十五第三款 控制知悉范围; R31), and its own 涉密 case as named handler (R26).
// Own concluded: the units that took part assess afterwards (办法三十, 应急预案5.2), so they read on.
// Another's concluded: the 案例库 (办法五、三十一) is made from files, it is no leave to read the file.
// Roster: its own lines (R31), so 200; numbers masked but the reader's own and those he must call.
const UNIT: Row = {
  ...follows(OWN_CASE),
  reads: NO_RIGHT,
  item: OWN_ITEM,
  list: 200,
  items: 200,
  refusals: 403,
  roster: 200,
  regulation: 200,
  numbers: 'masked',
};

// 系统运维: roster (with numbers, he keeps them), refusals (R32) and the document issued to all; no cases.
const OPERATOR: Row = {
  ...follows(NO_RIGHT),
  reads: NO_RIGHT,
  item: NO_RIGHT,
  list: 403,
  items: 403,
  refusals: 200,
  roster: 200,
  regulation: 200,
  numbers: 'all',
};

// A role the bureau does not have: nothing, so not the regulation either, though 南宁 published its own.
const STRANGER: Row = {
  ...follows(NO_RIGHT),
  reads: NO_RIGHT,
  item: NO_RIGHT,
  list: 403,
  items: 403,
  refusals: 403,
  roster: 403,
  regulation: 403,
  numbers: null,
};

// 协调与应急股 does NOT read all cases. 办法二十一(二) brings it in for red (特别重大) only, 应急预案7.2 for
// drills; else it is a 股室 like others and 十五第三款 holds. It has red cases to read: list, items 200.
const COORDINATION: Row = {
  ...follows(NO_SUCH_CASE),
  reads: NO_RIGHT,
  item: NO_SUCH_ITEM,
  list: 200,
  items: 200,
  refusals: 403,
  roster: 200,
  regulation: 200,
  numbers: 'masked',
};

// 法制科 DOES read all ordinary cases: 预案三(二)2 gives it legal support and 定性 for the bureau's crises
// without a separate request; 四(四) joins it to every 一般舆情, and (会同各单位) to every 重大舆情.
// Concluded: its opinion is part of the 回顾总结 (四(五)), so it reads on.
// 涉密: neither on duty, named handler nor leader, so 404 (R26).
const LEGAL: Row = {
  ...follows(ALL_BUT_SECRET),
  reads: NO_RIGHT,
  item: ALL_BUT_SECRET,
  list: 200,
  items: 200,
  refusals: 403,
  roster: 200,
  regulation: 200,
  numbers: 'masked',
};

export const BY_HAND: Readonly<Record<'leizhou' | 'nanning', Readonly<Record<string, Row>>>> = {
  leizhou: {
    dutyOfficer: DUTY_OFFICER,
    officeHead: OFFICE_HEAD,
    unitLiaison: UNIT, // 办法五: 协调处理本部门的舆情工作; of the unit, so a handler of its 涉密 case too
    unitHead: UNIT, // member of the 领导小组 (应急预案2.1.2), but as head of a unit he reads his unit's
    coordination: COORDINATION,
    leadingGroup: LEADER, // 应急预案2.1.1 统一领导: the post is 组长/副组长; members read as unitHead (2.1.2)
    deputyLeader: LEADER, // 应急预案2.1.2 副组长; 办法二十二(二) 呈报主要和分管局领导
    chiefLeader: LEADER, // 应急预案2.1.2 组长; 办法十六
    operator: OPERATOR,
    mayor: STRANGER,
  },
  nanning: {
    dutyOfficer: DUTY_OFFICER, // 预案四(一)
    officeHead: OFFICE_HEAD, // 预案三(一): the 领导小组's office is the bureau's office
    unitLiaison: UNIT, // 预案三(二)3 涉及本单位职能的舆情
    unitHead: UNIT, // 预案三(二)3 第一责任人 of his own unit; in the 领导小组 he is a member only
    legal: LEGAL,
    businessLeader: LEADER, // 预案三(二)1 局领导, 五(一); not 副组长, but the rule says "the leaders"
    deputyLeader: LEADER, // 预案三 副组长; 四(四)
    leadingGroup: LEADER, // 预案三(一) 总体负责、决定: the post is 组长/副组长; members read as unitHead
    chiefLeader: LEADER, // 预案三 组长
    operator: OPERATOR,
    mayor: STRANGER,
  },
};
