/** What the fields of an answer hold that tell whose a case is. */
export const UNIT_WORDS: Readonly<Record<string, string>> = {
  units: '承办单位,主办在前',
  jointUnits: '会办单位;没有的为空',
  dutyUnit: '应由哪个单位办理:几个单位各自应办的,写明是哪一个;否则为 null',
  partText: '主办或会办',
  returned: '待决定的退回:何时何人因何退回;没有的为 null',
};
