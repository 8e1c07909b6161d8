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
