import { signal } from '@preact/signals';

// From here on list and case stand side by side; the stylesheet's one breakpoint.
const query = matchMedia('(min-width: 60rem)');
/** Whether there is room for two. */
export const isWide = signal(query.matches);
// Safari 13 has no addEventListener here.
query.addListener(({ matches }) => {
  isWide.value = matches;
});
