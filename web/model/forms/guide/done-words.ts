import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { spoken } from '../../spoken.ts';
import type { Unmet } from './meant.ts';

// What an act came to that another person's word is still wanted for: it is not called done.

type Word = TriedReply['toConfirm'][number];
/** So many of those who may give it are named. */
const NAMED = 2;

/** Of the words that the API asks for: what is wanted, whether until then nothing has changed, and what has not. */
const KINDS: readonly { asks: RegExp; verb: string; isAsked: boolean; still: string }[] = [
  { asks: /(?:申请降为|拟定级为).*请审批/, verb: '审批', isAsked: true, still: '级别尚未改变' },
  { asks: /提出结报.*请审批/, verb: '审批', isAsked: true, still: '案卷尚未结报' },
  { asks: /提出并入案卷.*请审批/, verb: '审批', isAsked: true, still: '两案尚未合并，时限都照旧' },
  { asks: /请审批/, verb: '审批', isAsked: true, still: '' },
  { asks: /同意免报.*请确认/, verb: '确认', isAsked: false, still: '确认之前仍须报告' },
  { asks: /待签发|请签发|签发督办通知/, verb: '签发', isAsked: false, still: '督办通知尚未发出' },
  { asks: /请会签/, verb: '会签', isAsked: false, still: '' },
  { asks: /请核实/, verb: '核实', isAsked: false, still: '' },
  { asks: /请确认/, verb: '确认', isAsked: false, still: '' },
];

const whoseOf = ({ roles, person }: Word): string => {
  const names = roles.map(({ name }) => spoken(name));
  if (names.length === 0) return person ?? '本人';
  return `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}`;
};

/**
 * 已申请：调整级别，待分管局领导审批，级别尚未改变; of what waits for nobody 已办：登记电话报告, or where it does not meet what it was opened for
 * 已登记：登记电话报告，不算办结“电话报告湛江市局”.
 */
export const doneWords = (
  title: string,
  tried: Pick<TriedReply, 'toConfirm'> | undefined,
  unmet?: Pick<Unmet, 'name'>,
): string => {
  const counts = unmet === undefined ? '' : `不算办结“${unmet.name}”`;
  for (const { asks, verb, isAsked, still } of KINDS) {
    const word = tried?.toConfirm.find(({ text }) => asks.test(text));
    if (word === undefined) continue;
    const whose = `待${whoseOf(word)}${verb}`;
    return [`${isAsked ? '已申请' : '已登记'}：${title}`, whose, still, counts]
      .filter((part) => part !== '')
      .join('，');
  }
  return counts === '' ? `已办：${title}` : `已登记：${title}，${counts}`;
};
