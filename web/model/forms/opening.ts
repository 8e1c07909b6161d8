import type { DeskForms, FormChoice, FormField } from '../../../shared/contracts/desk/forms.ts';
import { bodyOf, itemIn } from './body.ts';
import { sourcesFor } from './guide/source-choices.ts';
import { WAYS, type Way } from './guide/ways.ts';
import { askedAs, meaningOf } from './instant-names.ts';
import { manyIn, type Values, wordsIn } from './values.ts';

// 立案: which fields there are for what came in which way, and what they come to.

/** The levels of 舆情, and those of standing matters (特护期, 监测申请 …), which are opened at their own. */
export const levelsFor = ({ lists }: DeskForms, way: Way): FormChoice[] => {
  const opinion = (lists.level ?? []).map(({ id }) => id);
  return (lists.openableLevel ?? []).filter(({ id }) => opinion.indexOf(id) < 0 === (way === 'standing'));
};
/** The ways of this bureau: not each has standing matters. */
export const waysOf = (forms: DeskForms): readonly (typeof WAYS)[number][] =>
  WAYS.filter(({ id }) => id !== 'standing' || levelsFor(forms, id).length > 0);

/** A field of the contract by its place, as this form asks for it. */
type Ask = [place: string, more?: Partial<FormField>];
const CALL: readonly Ask[] = [
  ['sources.kind', { title: '谁来的电话', required: true }],
  ['call.post', { title: '来电人的单位和职务' }],
  ['call.number', { title: '来电号码' }],
  ['call.at', { title: '什么时候收到电话的', about: '收到交办后的时限从这一刻起算；不选为现在' }],
  [
    'text',
    {
      title: '什么事',
      about:
        '问清：谁在说、在哪发的、有没有人受伤、要我们几点前报给谁。上级限了时间的，立案后用“登记领导批示”（选“上级领导”）填时限，系统才按它提醒。',
      required: true,
    },
  ],
  ['place', { title: '在哪里', kind: 'line', name: 'place' }],
];
const ITEMS: readonly Ask[] = [['sources.kind', { title: '从哪里来的', required: true }]];
const PAPER: readonly Ask[] = [
  ['sources.kind', { title: '谁来的文', required: true }],
  ['sources.reference', { title: '收文号', about: '照来文上的写，至少两个字' }],
  ['sources.receivedAt', { title: '什么时候收到的', about: '收到后的时限从这一刻起算；不选为现在' }],
  ['title', { title: '来文标题', kind: 'line', required: true }],
  [
    'text',
    {
      title: '来文内容',
      about: '据以初判；来文限了时间的，立案后用“登记领导批示”（选“上级领导”）填时限，系统才按它提醒',
    },
  ],
];
const STANDING: readonly Ask[] = [
  ['level', { title: '什么事项', about: '', required: true }],
  ['sources.kind', { title: '从哪里来的', required: true }],
  ['title', { title: '名称', kind: 'line', required: true }],
  ['text', { title: '内容', about: '' }],
];
const BEGUN: readonly Ask[] = [
  [
    'instants.occurredAt',
    {
      title: '最早什么时候公开的',
      about: `${meaningOf('occurredAt')}。不清楚的，先按知晓的时间算，问清后改。`,
    },
  ],
];
const UNIT: readonly Ask[] = [['unit', { title: '交给哪个单位办（可稍后转办）' }]];
const REST: readonly Ask[] = [
  ['instants.eventAt', { title: '事情本身什么时候发生的', about: meaningOf('eventAt') }],
  ['sources.regardedAs', { title: '上级认定的级别' }],
  ['sources.same', { title: '与上次来文、来电是否同一件', about: '没有收文号的才须回答' }],
  ['factors', {}],
];
const FLAGS: readonly Ask[] = [['flags', {}]];
const FOLDED: Readonly<Record<Way, readonly Ask[]>> = {
  call: [
    ['title', { title: '标题', kind: 'line', about: '不填的，取“什么事”的第一句' }],
    ['call.caller', { title: '来电人姓名' }],
    ['call.takenBy', { title: '接听人' }],
    ['sources.reference', { title: '文号或通话记录' }],
    ...REST,
  ],
  items: [
    ['title', { title: '标题', kind: 'line', about: '不填的，用所选信息的标题' }],
    ['text', { title: '补充说明', about: '' }],
    ...REST,
  ],
  paper: REST,
  standing: [
    ['sources.reference', {}],
    ['flags', {}],
  ],
};
const SHOWN: Readonly<Record<Way, readonly Ask[]>> = {
  call: [...CALL, ...BEGUN, ...UNIT, ...FLAGS],
  items: [...ITEMS, ...UNIT, ...FLAGS],
  paper: [...PAPER, ...BEGUN, ...UNIT, ...FLAGS],
  standing: [...STANDING, ...UNIT],
};

const found = (
  fields: readonly FormField[],
  [name = '', ...inner]: readonly string[],
): FormField | undefined => {
  const field = fields.find((each) => each.name === name);
  return inner.length === 0 || field === undefined ? field : found(field.fields ?? [], inner);
};

const INSTANTS = 'instants.';
const asked =
  (forms: DeskForms, way: Way, folded: boolean) =>
  ([place, more = {}]: Ask): FormField[] => {
    const field = found(forms.opening.fields, place.split('.'));
    if (field === undefined && more.kind === undefined) return [];
    const {
      about: _,
      folded: __,
      required: ___,
      ...plain
    } = field ?? { name: place, title: place, kind: 'line' as const };
    const { about = field?.about ?? '', ...rest } = more;
    return [
      {
        ...plain,
        ...rest,
        ...(place.indexOf(INSTANTS) === 0 && {
          title: askedAs(forms, place.slice(INSTANTS.length), rest.title ?? plain.title),
        }),
        name: place,
        ...(place === 'sources.kind' && { choices: sourcesFor(forms, way) }),
        ...(about !== '' && { about }),
        ...(folded && { folded: true as const }),
      },
    ];
  };

/** The fields for what came this way; their names are their places, with dots. */
export const openingFields = (forms: DeskForms, way: Way): FormField[] => [
  ...SHOWN[way].flatMap(asked(forms, way, false)),
  ...FOLDED[way].flatMap(asked(forms, way, true)),
];

const LONGEST_TITLE = 60;
/** The first sentence of what was heard; counted by signs, of which some are two units. */
const firstSentence = (text: string): string =>
  Array.from(text.trim().split(/[。！？!?\n]/)[0] ?? '')
    .slice(0, LONGEST_TITLE)
    .join('');

/** `{ 'call.post': … }` → `{ call: { post: … } }`. */
const unfolded = (flat: Record<string, unknown>): Record<string, unknown> => {
  const whole: Record<string, unknown> = {};
  for (const [place, value] of Object.entries(flat)) {
    const [name = '', inner] = place.split('.');
    whole[name] = inner === undefined ? value : { ...(whole[name] as object | undefined), [inner]: value };
  }
  return whole;
};

/** What the place says stands with what was heard: it is graded by these words. */
const heard = ({ text, place }: { text?: unknown; place?: unknown }): Record<string, unknown> =>
  text === undefined && place === undefined
    ? {}
    : {
        text: [text, place === undefined ? undefined : `地点：${place}`]
          .filter((each) => each !== undefined)
          .join('\n'),
      };

/** The opening that a form comes to. */
export const openingOf = (forms: DeskForms, way: Way, values: Values): Record<string, unknown> => {
  const whole = unfolded(bodyOf(openingFields(forms, way), values));
  const { text, place, title, sources, level = wordsIn(values.level), ...rest } = whole;
  const call = rest.call as { at?: string } | undefined;
  const items = way === 'items' ? manyIn(values.items).flatMap((each) => itemIn(each) ?? []) : [];
  const name = title ?? (way === 'call' ? firstSentence(String(text ?? '')) : '');
  const receivedAt = way === 'call' && call?.at !== undefined ? { receivedAt: call.at } : {};
  return {
    type: 'OpenCase',
    ...(name !== '' && { title: name }),
    ...heard({ text, place }),
    ...rest,
    ...(items.length > 0 && { items }),
    sources: [{ ...(sources as object | undefined), ...receivedAt }],
    ...(level !== '' && { level }),
  };
};

/** Which way a form begins, and with which items: of `with`. */
export const openingStart = (carried: Record<string, unknown>): Values => {
  const items = Array.isArray(carried.items) ? (carried.items as { feed?: unknown; id?: unknown }[]) : [];
  const chosen = items.flatMap(({ feed, id }) =>
    typeof feed === 'string' && typeof id === 'string' ? [JSON.stringify([feed, id])] : [],
  );
  return chosen.length === 0 ? { way: 'call' } : { way: 'items', items: chosen };
};
export const wayIn = (values: Values): Way => WAYS.find(({ id }) => id === values.way)?.id ?? 'call';
