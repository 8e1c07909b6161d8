import type { Regulation } from '../../../shared/regulations/schema.ts';
import { type ListName, wordsOfList } from '../../../shared/rules/names.ts';
import { referenceTo, type Schema } from './json-schema.ts';

/** What a bureau has and a request may name, in the order in which it is shown. */
const LISTS_SHOWN: Readonly<Record<ListName, string>> = {
  level: '级别',
  openableLevel: '立案级别',
  responseLevel: '应急响应级别',
  scale: '其他级别体系',
  ratingLevel: '其他级别体系的级别',
  unit: '责任单位',
  receiver: '岗位和报送对象',
  source: '来源',
  flag: '标记',
  instant: '时点',
  correctedInstant: '可更正的时点',
  reportKind: '报告种类',
  reportForm: '报告形式',
  publicationForm: '发布形式',
  channel: '渠道',
  action: '办理事项',
  decision: '决定事项',
  document: '文书',
  duty: '职责',
};

export interface ListedValue {
  id: string;
  name: string;
  short?: string;
}

/** What the bureau has of a list, as a form offers it. */
export const valuesOf = (regulation: Regulation, list: ListName): ListedValue[] =>
  wordsOfList(regulation, list).choices.map(({ id, name, short }) => ({
    id,
    name,
    ...(short === undefined || short === name ? {} : { short }),
  }));

/** The component of each list. */
const componentOf = (list: ListName): string => `list.${list}`;
/** The list that a component is; undefined for any other component. */
export const listOfComponent = (name: string): string | undefined => /^list\.(\w+)$/.exec(name)?.[1];

/** Text that names one thing of a list: its ids and names alone, since the rules refuse every other; `x-values` for forms. */
const listSchema = (regulation: Regulation, list: ListName, title: string): Schema => {
  const { words } = wordsOfList(regulation, list);
  return {
    type: 'string',
    title,
    ...(words.length === 0
      ? { description: `本局没有可填的${title}`, minLength: 1 }
      : { description: `本局的${title},写代号或名称`, enum: words }),
    'x-values': valuesOf(regulation, list),
  };
};

export const listComponents = (regulation: Regulation): Record<string, Schema> =>
  Object.fromEntries(
    (Object.entries(LISTS_SHOWN) as [ListName, string][]).map(([list, title]) => [
      componentOf(list),
      listSchema(regulation, list, title),
    ]),
  );

/** Lets a field, or every entry of it, take only what the list has. */
export const limitTo = (list: ListName, field: Schema): void => {
  const target = field.items ?? field;
  for (const name of ['type', 'minLength', 'maxLength']) delete target[name];
  Object.assign(target, referenceTo(componentOf(list)));
};
