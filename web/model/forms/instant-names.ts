import type { DeskForms, FormChoice } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { momentOf } from '../wall-clock.ts';

// How the bureau calls the instants of a case, at its opening and when one is corrected.

type Instants = Readonly<Record<string, string | null | undefined>>;

/** 舆情发生：现为11月30日07:50. What a source brought is said with each of the sources. */
export const instantChoices = (
  listed: readonly FormChoice[],
  { instants, sources, dateOnly }: Pick<CaseReply, 'instants' | 'sources' | 'dateOnly'>,
  now: number,
): FormChoice[] => {
  const received = sources.flatMap(({ receivedAt }) => receivedAt ?? []);
  const valuesOf = (id: string): readonly string[] => {
    if (id === 'receivedAt') return received;
    const at = (instants as Instants)[id];
    return at == null ? [] : [at];
  };
  return listed.map((choice) => {
    const values = valuesOf(choice.id).map((at) => momentOf(at, now));
    const isDay = dateOnly.some(({ id }) => id === choice.id);
    const present =
      values.length === 0 ? '现未填' : `现为${values.join('、')}${isDay ? '（只知道日期）' : ''}`;
    return { ...choice, name: `${choice.name}：${present}` };
  });
};

/** 舆情发生：最早什么时候公开的. `question`: how one asks for it in a call. */
export const askedAs = ({ lists }: Pick<DeskForms, 'lists'>, id: string, question: string): string => {
  const name = lists.instant?.find((each) => each.id === id)?.name;
  return name === undefined ? question : `${name}：${question}`;
};

/** Which instant of the matter each is. */
const MEANINGS: Readonly<Record<string, string>> = {
  eventAt: '指事情本身发生的时间，不是舆情出现的时间',
  occurredAt:
    '指舆情最早在网上、媒体上出现的时间；另有更早的公开、发现、收到时间的，按最早的算；要改到更晚，只有有权延后的人能填，并记明由谁、从何时改晚',
  outbreakAt: '指舆情扩散爆发的时间',
  detectedAt: '指本局监测发现的时间；来电立案的，为接到电话的时间',
  knownAt: '指办公室知晓信息内容的时间',
  receivedAt: '指收到来文、来电的时间，每一来源各记',
  publishedAt: '指案内信息中最早一条的发布时间；比舆情发生早的，舆情发生按它算',
};
/** Empty: there is nothing to say of it. */
export const meaningOf = (instant: string): string => MEANINGS[instant] ?? '';
