import { useEffect, useState } from 'preact/hooks';
import type { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import { now } from '../../api/clock.ts';
import { read } from '../../api/http.ts';
import { itemChoice, itemIn } from '../../model/forms/body.ts';
import { wrongAt } from '../../model/forms/problems.ts';
import { manyIn } from '../../model/forms/values.ts';
import { itemPath } from '../../model/items/asked.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { Pick } from '../../parts/fields/chips.tsx';
import { useForm } from '../../parts/fields/form-context.ts';
import { LevelTag } from '../../parts/level-tag.tsx';

type Item = Pick<ItemListReply['items'][number], 'feed' | 'id' | 'title' | 'warningLevel' | 'detectedAt'>;
const OUTCOMES = [
  { id: 'watched', name: '已推送' },
  { id: 'routine', name: '未推送' },
] as const;
type Outcome = (typeof OUTCOMES)[number]['id'];
/** The API finds nothing by a single letter. */
const SHORTEST = 2;

/** The items that have led to no case, by their state and words of their title. */
const useItems = (outcome: Outcome, title: string): readonly Item[] | undefined => {
  const [items, setItems] = useState<readonly Item[]>();
  useEffect(() => {
    let isLate = false;
    const words = title.trim().length >= SHORTEST ? `&title=${encodeURIComponent(title.trim())}` : '';
    const timer = setTimeout(() => {
      read<ItemListReply>(`/v1/items?outcome=${outcome}&limit=30${words}`).then(
        (reply) => isLate || setItems(reply.items),
        () => isLate || setItems([]),
      );
    }, 300);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [outcome, title]);
  return items;
};

/** Chosen ones that the list does not have, as the form was opened with them: each is read once. */
const useElsewhere = (choices: readonly string[]): readonly Item[] => {
  const [known, setKnown] = useState<Readonly<Record<string, Item>>>({});
  useEffect(() => {
    for (const choice of choices) {
      const key = known[choice] === undefined ? itemIn(choice) : undefined;
      if (key === undefined) continue;
      read<ItemReply>(itemPath(key)).then(
        (item) =>
          setKnown((before) => ({ ...before, [choice]: { ...item, warningLevel: item.grade.warningLevel } })),
        // One that cannot be read is said not to be shown.
        () => undefined,
      );
    }
  }, [choices.join()]);
  return choices.flatMap((choice) => known[choice] ?? []);
};

const toggled = (many: readonly string[], id: string, isChosen: boolean): readonly string[] =>
  isChosen ? [...many, id] : many.filter((each) => each !== id);

/** From which items the case is opened. */
export const ItemPicker = () => {
  const { values, change, wrongs } = useForm();
  const [outcome, setOutcome] = useState<Outcome>('watched');
  const [title, setTitle] = useState('');
  const items = useItems(outcome, title);
  const chosen = manyIn(values.items);
  const why = wrongAt(wrongs, 'items');
  const listed = (items ?? []).map(({ feed, id }) => itemChoice(feed, id));
  const apart = items === undefined ? [] : chosen.filter((each) => !listed.includes(each));
  const beside = useElsewhere(apart);
  const elsewhere = apart.length - beside.length;
  return (
    <fieldset class={`field${why === undefined ? '' : ' bad'}`} id="f-items">
      <legend>
        从哪几条信息立案<span class="soft">（必填）</span>
      </legend>
      <div class="picks">
        {OUTCOMES.map(({ id, name }) => (
          <Pick key={id} type="radio" name="outcome" isChosen={outcome === id} choose={() => setOutcome(id)}>
            {name}
          </Pick>
        ))}
      </div>
      <label class="gap" for="f-items-title">
        按标题找
      </label>
      <input
        id="f-items-title"
        type="search"
        value={title}
        onInput={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      {why !== undefined && <p class="why">{why}</p>}
      <p class="hint" role="status">
        {items === undefined
          ? '正在查找……'
          : items.length > 0
            ? `找到${items.length}条，已选${chosen.length}条`
            : chosen.length > 0
              ? `没有找到别的，已选${chosen.length}条`
              : '没有找到。'}
        {elsewhere > 0 && items !== undefined && `，其中${elsewhere}条不在下面`}
      </p>
      <ul>
        {[...beside, ...(items ?? [])].map((item) => {
          const choice = itemChoice(item.feed, item.id);
          return (
            <li class="row picks" key={choice}>
              <Pick
                type="checkbox"
                name="items"
                isChosen={chosen.includes(choice)}
                choose={(isChosen) => change(['items'], toggled(chosen, choice, isChosen))}
              >
                <span>
                  <LevelTag level={item.warningLevel} isGuess /> {item.title}
                  <br />
                  <span class="soft tiny">{momentOf(item.detectedAt, now.value)}收到</span>
                </span>
              </Pick>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
};
