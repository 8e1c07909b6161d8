import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { dutyName } from '../case/units/names.ts';
import { passed, textOf } from '../duration.ts';
import { isOverdue, periodToCome } from '../limit-marks.ts';
import { postName, shortPost } from '../post-name.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';
import { approvalIn } from './action-words.ts';
import { isImmediate } from './task.ts';

// What a row says beside its time.

/** What there is to do, and who should have done it where that is somebody else. What a device has kept from before may not say it. */
export const whatOf = ({
  kind,
  text,
  name,
  responsible,
  dutyUnit,
}: TaskReply): { name: string; by: string | null } => {
  const unit = dutyUnit ?? null;
  return kind === 'climbed' && name != null && responsible != null
    ? { name: dutyName({ name, unit }), by: postName(responsible.name, unit) }
    : { name: dutyName({ name: text, unit }), by: null };
};

/** Whom the clock tells next, and when; of what is not pressing yet nothing. */
const nextRung = (task: TaskReply, now: number): string => {
  const { next, posts } = task;
  if (next === null || !(isOverdue(task, now) || isImmediate(task))) return '';
  const moment = momentOf(next.at, now);
  const isOwn = task.kind !== 'climbed' && posts.some(({ id }) => id === next.to.id);
  return isOwn ? `${moment}再提醒` : `${moment}报${shortPost(next.to.name)}`;
};

/** 发现时已逾期; empty where the limit could have been kept. What a device has kept from before may not say it. */
export const foundLateOf = ({ foundLate }: Pick<TaskReply, 'foundLate'>): string => spoken(foundLate ?? '');

/** The third line: what comes next, or from where it came. */
export const upLine = (task: TaskReply, now: number): string => {
  const found = foundLateOf(task);
  if (task.kind !== 'climbed')
    return [found, periodToCome(task, now), nextRung(task, now)].filter((each) => each !== '').join('，');
  const by = whatOf(task).by ?? '责任人';
  // Nobody has let pass what nobody could keep.
  return found === '' ? `升到你：${by}未办` : `${found}，待${by}办`;
};

/** Whose it is. */
export const ownersOf = ({ posts, people }: TaskReply): string => {
  const names = [...posts.map(({ name, unit }) => postName(name, unit)), ...people];
  return [...new Set(names)].join('、');
};

/** 由局办公室负责人办. */
export const ownersWords = (task: TaskReply): string => {
  const owners = ownersOf(task);
  return owners === '' ? '' : `由${owners}办`;
};

export interface ConfirmWords {
  /** 代录, 降级 …: what it is. */
  label: string;
  what: string;
  /** What the reader does with it. */
  verb: string;
  /** What waits for it: 审定后才能办理“对外回应”. Absent: nothing is said to. */
  after?: string;
}
/** 请办理“回应口径经局领导审定”；此后才能办理“对外回应”. */
const STEP = /^请办理(“([^”]+)”(?:（.*?）)?)(?:；此后(才能办理.+))?$/;
/** A step that is the reader's own: what he does to what, and what waits for it. */
const stepWords = (text: string): ConfirmWords => {
  const [, called = text, name = '', then] = STEP.exec(text) ?? [];
  const { verb, of } = approvalIn(name) ?? { verb: '', of: '' };
  return {
    label: verb === '' ? '审定' : verb,
    what: of === '' ? called : called.replace(`“${name}”`, of),
    verb: verb === '' ? '办理' : verb,
    ...(then !== undefined && { after: `${verb === '' ? '此' : verb}后${then}` }),
  };
};
const ASKING = /^请(?:研判定级|确认(?=以|“)|办理(?=“)|核实|会签|核对|签收)[:：]?/;

/** An entry of which somebody's word is wanted. */
const OF_ENTRY: Readonly<Record<NonNullable<TaskReply['entryKind']>, Omit<ConfirmWords, 'what'>>> = {
  countersign: { label: '会签', verb: '会签' },
  relayed: { label: '代录', verb: '确认' },
  lateEntry: { label: '逾期补录', verb: '核实' },
  doubtful: { label: '办理时间存疑', verb: '核实' },
};
const labelOf = ({ levelProposed, commands, kind, entryKind }: TaskReply): Omit<ConfirmWords, 'what'> => {
  if (kind === 'sign') return { label: '督办草稿', verb: '核签' };
  switch (commands[0]?.type) {
    case 'ApproveLevelChange':
      return { label: levelProposed ? '定级' : '降级', verb: '审核' };
    case 'ConfirmGrade':
      return { label: '定级', verb: '定级' };
    case 'Acknowledge':
      return { label: '签收', verb: '签收' };
    case 'StartPlan':
      return { label: '应急预案', verb: '启动预案' };
    case 'EndPlan':
      return { label: '应急预案', verb: '结束预案' };
    case 'HoldDuty':
      return { label: '暂缓', verb: '确认' };
    case 'ApproveConclusion':
      return { label: '结报', verb: '审核' };
    case 'ApproveMerge':
      return { label: '并案', verb: '审核' };
    case 'ConfirmRelease':
      return { label: '免报', verb: '确认' };
    default:
      return OF_ENTRY[entryKind ?? 'doubtful'];
  }
};

/** A confirmation: what it is, what it is about, and what one does. */
export const confirmWords = (task: TaskReply): ConfirmWords => {
  if (task.kind === 'confirm' && task.commands[0]?.type === 'RecordAction')
    return stepWords(spoken(task.text));
  const { label, verb } = labelOf(task);
  const about = task.text.replace(/^签发督办通知/, '').replace(ASKING, '');
  return { label, verb, what: spoken(about).replace(/^（(.*)）$/, '致$1') };
};

/** `已等2小时`; nothing where nobody knows since when. */
export const waitedText = ({ since }: TaskReply, now: number): string =>
  since === null ? '' : textOf(passed(Math.max(0, now - millisecondsOf(since)))).replace('已过', '已等');

/** So many of those who may give a word are named. */
const NAMED = 2;
/** What the reader has entered himself and another has to confirm: what it is, and whose word it waits for. */
export const awaitedWords = (task: TaskReply, now: number): { what: string; from: string } => {
  const names = ownersOf(task).split('、');
  const whose = `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}`;
  return {
    what: spoken(task.text),
    from: [whose, waitedText(task, now)].filter((each) => each !== '').join('，'),
  };
};
