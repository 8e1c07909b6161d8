/** In which way a matter came, by which its form is chosen. */
export type Way = 'call' | 'items' | 'paper' | 'standing';
export const WAYS: readonly { id: Way; name: string }[] = [
  { id: 'call', name: '电话' },
  { id: 'items', name: '舆情信息' },
  { id: 'paper', name: '文件' },
  { id: 'standing', name: '其他事项' },
];
