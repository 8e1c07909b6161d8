import type { DeskForms } from '../../../shared/contracts/desk/forms.ts';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import { spoken } from '../spoken.ts';

// All that somebody may do to a case, so that he finds what he is looking for: what meets an open duty first, then by kinds.

export interface Act {
  type: string;
  name: string;
  /** The duties that it may meet, or else what it is for, in a line. */
  about: string;
}
export interface ActGroup {
  title: string;
  acts: Act[];
}

const MEETS = '办结待办职责';
const OTHERS = '其他';
/** The first sentence, which says what it is for. */
const shortly = (about: string): string => spoken(about).split(/[。；：]/)[0] ?? '';

/** What an act is called: as its form is, where that is here. */
export const actName = (
  { type, name }: Pick<ActsReply['acts'][number], 'type' | 'name'>,
  commands: DeskForms['commands'] | undefined,
): string => spoken(commands?.[type]?.title ?? name);

/** `names`: of the case's duties, by id. What nobody may do is not among them; nothing is lost where the forms are not here yet. */
export const actGroupsOf = (
  acts: ActsReply['acts'],
  names: Readonly<Record<string, string>>,
  commands: DeskForms['commands'] | undefined,
): ActGroup[] => {
  const groups = new Map<string, Act[]>();
  const add = (title: string, act: Act): void => {
    groups.set(title, [...(groups.get(title) ?? []), act]);
  };
  const able = acts.filter(({ may }) => may).map((act) => ({ ...act, name: actName(act, commands) }));
  for (const { type, name, duties } of able)
    if (duties.length > 0)
      add(MEETS, {
        type,
        name,
        about: duties
          .map((duty) => spoken(names[duty] ?? ''))
          .filter((each) => each !== '')
          .join('、'),
      });
  for (const { type, name, duties } of able) {
    const form = commands?.[type];
    if (duties.length === 0) add(form?.group ?? OTHERS, { type, name, about: shortly(form?.about ?? '') });
  }
  return [...groups].map(([title, each]) => ({ title, acts: each }));
};
