// What is recorded as done, in so few signs that a button can say it.

export interface Approval {
  /** 审定, 批准, 审核 …: what is done. */
  verb: string;
  /** What it is done to; empty: the name does not say it apart. */
  of: string;
}
/** 回应口径经局领导审定. */
const PASSED = /^(.+?)经.*?(审定|批准)$/;
/** 局分管领导审核口径; not 上级部门审定或答复请示. */
const GIVEN = /^.*?(审定|审核|批准|授权)(?![或和、])(.*)$/;

/** An action that is somebody's word, as the bureau calls it; undefined: its name speaks of none. */
export const approvalIn = (name: string): Approval | undefined => {
  const [, passed, how] = PASSED.exec(name) ?? [];
  if (passed !== undefined && how !== undefined) return { verb: how, of: passed };
  const [, verb, of] = GIVEN.exec(name) ?? [];
  return verb === undefined || of === undefined ? undefined : { verb, of };
};

/** Words that a row without which still says what it is. */
const AROUND = /舆情|工作|相应的|有关/g;
/** A name of at most so many signs; undefined: it says nothing in so few. */
export const shortAction = (name: string, longest: number): string | undefined => {
  const [first = name] = name.split(/[,，]/);
  const approval = approvalIn(name);
  const ways = [
    name,
    first,
    first.replace(AROUND, ''),
    ...(approval === undefined ? [] : [`${approval.of}${approval.verb}`, approval.verb]),
  ];
  return ways.find((each) => each.length <= longest);
};
