import type { CaseState } from '../case/state.ts';
import { hasCase, jointUnits } from '../case/units.ts';
import { authoritiesFor, cited, giversOf, mayGive, nameIn, postsOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { Context } from './context.ts';
import { namesOf } from './names.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Rights that the regulation's table gives beside the commands: asked for within a command, to keep the roster, or to read. */
export const FURTHER_RIGHTS = [
  'PostponeInstant',
  'LowerRating',
  /** To settle a limit that waits for a holiday list by the announcement itself. */
  'SettleLimit',
  /** 代录: to enter an approval or decision for whom it is. */
  'EnterForAnother',
  /** A leader's: under the word of a body outside, and under what the office entered after its limit. */
  'Countersign',
  /** To say that somebody else's act was made when it was entered after its limit. */
  'ConfirmLateEntry',
  /** To take back what somebody else entered by mistake. */
  'WithdrawOthers',
  /** To fill in what somebody else's act lacks. */
  'CompleteForOthers',
  'EditRoster',
  /** While nobody stands in it yet. */
  'WriteFirstRoster',
  /** Of a role that each unit has: its unit's. */
  'ReadCases',
  /** 涉密 ones too, whoever handles them. */
  'ReadSecretCases',
  'ReadRoster',
  /** Everybody's telephone number. */
  'ReadNumbers',
  /** What was turned away and stands in no log. */
  'ReadRefusals',
] as const;

/** What a unit that is only asked for something may do: sign for the order, answer, and put its own answer right. */
const OF_ASKED: readonly string[] = ['AcknowledgeOrder', 'FileReport', 'CompleteAct', 'WithdrawAct'];
/** Whether a 批示, or a 督办通知 that is out and stands, asks this unit for something. */
export const isAsked = ({ instructions, orders }: CaseState, own: string | undefined): boolean =>
  own !== undefined &&
  [...instructions, ...orders.filter(({ issued, voided }) => issued !== null && !voided)].some(
    ({ unit }) => unit === own,
  );

/** 检测所承办; of several units 检测所主办、价格监督检查股会办. */
export const whoHas = (units: Regulation['units'], state: Pick<CaseState, 'unit' | 'units'>): string => {
  const lead = nameIn(units, state.unit ?? '');
  const joint = jointUnits(state).map((unit) => nameIn(units, unit));
  return joint.length === 0 ? `${lead}承办` : `${lead}主办,${joint.join('、')}会办`;
};

/** Whose the case is, and how the unit that asks is spoken to, for a refusal. */
export const unitWords = (
  { units }: Regulation,
  state: Pick<CaseState, 'unit' | 'units'>,
  own: string | undefined,
): { is: string; you: string } => {
  const name = nameIn(units, own ?? '');
  return {
    is: state.unit === null ? '本案尚未转办' : `本案由${whoHas(units, state)}`,
    you: ['股', '科'].includes(name.slice(-1)) ? `你${name.slice(-1)}` : '你单位',
  };
};

/** Why a unit has no business with the case; whether its report answers only what it was asked, is asked of the report. */
const refuseUnit = (
  regulation: Regulation,
  state: CaseState,
  own: string | undefined,
  command: string,
): Refusal | undefined => {
  if (hasCase(state, own)) return undefined;
  const { is, you } = unitWords(regulation, state, own);
  if (!isAsked(state, own)) return refuse('NOT_YOUR_UNIT', `${is},${you}不能办理`);
  return OF_ASKED.includes(command)
    ? undefined
    : refuse('NOT_YOUR_UNIT', `${is},${you}只能签收和答复交${you}办理的督办通知、批示,补充或撤回自己的答复`);
};

/** The clause that lets somebody give a command in a case as it stands, for a message about it. */
export const clauseOf = (
  { regulation }: Pick<Context, 'regulation'>,
  { handlingLevel }: CaseState,
  command: string,
): string => cited(regulation, authoritiesFor(regulation, command, handlingLevel)[0]?.cite);

/** The regulation's own table of who may give a command; undefined when `actor` may. */
export const checkAuthority = (
  { regulation, actor }: Pick<Context, 'regulation' | 'actor'>,
  state: CaseState | null,
  command: string,
  level: string | undefined = state?.handlingLevel,
): Refusal | undefined => {
  const applying = authoritiesFor(regulation, command, level);
  const role = regulation.roles.find(({ id }) => id === actor.role);
  if (role === undefined)
    return refuse(
      'ROLE_UNKNOWN',
      `登录的岗位不是本局制度规定的岗位;本局岗位:${namesOf(postsOf(regulation))}`,
    );
  if (!mayGive(regulation, actor.role, command, level)) {
    if (applying.length === 0)
      return refuse('ROLE_NOT_ALLOWED', '本局制度没有规定由谁在这一级别上办理此事项');
    const allowed = giversOf(regulation, command, level).map((id) => nameIn(regulation.roles, id));
    return refuse(
      'ROLE_NOT_ALLOWED',
      `此事项应由${allowed.join('、')}办理${cited(regulation, applying[0]!.cite)},${role.name}可转请其办理`,
    );
  }
  return role.perUnit && state !== null ? refuseUnit(regulation, state, actor.unit, command) : undefined;
};
