/** Where answers name the cases that an item is suspected to belong to. */
const PLACES = [
  'PostFeedsFeedItemsReply.items',
  'GetItemsReply.items',
  'GetItemsFeedItemReply',
  'GetCasesCaseReply.items',
  'PostCasesReply.items',
];
const RESEMBLES = 'PostCasesTriedReply.resembles';
const WORDS: Readonly<Record<string, string>> = {
  suspected: '疑似同一舆情的案卷:内容相近,但不足以认定为同一舆情,由人工判断;没有的不列',
  'suspected.case': '案卷编号',
  'suspected.similarity': '较短一方的内容在另一方中占多少(0至1)',
  'suspected.why': '为什么只是疑似',
};

export const SUSPICION_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    PLACES.flatMap((place) => Object.entries(WORDS).map(([name, words]) => [`${place}.${name}`, words])),
  ),
  [RESEMBLES]: '与所填内容相同或相近的处置中案卷,最近似的在前;没有的为空',
  [`${RESEMBLES}.case`]: WORDS['suspected.case']!,
  [`${RESEMBLES}.similarity`]: WORDS['suspected.similarity']!,
  [`${RESEMBLES}.why`]: '哪里相同或相近',
};
