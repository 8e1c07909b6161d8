import type { Random } from './random.ts';

// Times and counts as vendors write them; also such as nobody can read.

const ZONE_MILLISECONDS = 8 * 3_600_000;
const two = (number: number): string => String(number).padStart(2, '0');
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The wall clock of a time in the bureau's zone. */
const wallOf = (at: number) => {
  const wall = new Date(at + ZONE_MILLISECONDS);
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()];
  const clock = `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
  return { year, month, day, clock, weekday: DAYS[wall.getUTCDay()]!, name: MONTHS[month - 1]! };
};

/** A time of publication, written in one of the ways that there are. */
export const writtenTime = (random: Random, at: number): string | number | null => {
  const { year, month, day, clock, weekday, name } = wallOf(at);
  return random.pick<() => string | number | null>([
    () => new Date(at).toISOString(),
    () => `${year}-${two(month)}-${two(day)} ${clock}`,
    () => `${year}年${month}月${day}日 ${clock}`,
    () => `${weekday} ${name} ${two(day)} ${clock}:00 +0800 ${year}`,
    () => `${weekday}, ${two(day)} ${name} ${year} ${clock}:00 +0800`,
    () => Math.floor(at / 1000),
    () => at,
    () => `${year}/${month}/${day}`,
    () => random.pick(['刚刚', '12分钟前', '3小时前', '昨天 08:00', '今天 00:01']),
    () => random.pick(['近日', '', '未知', '0000-00-00', '2099-01-01 00:00']),
    () => null,
  ])();
};

/** A count, written in one of the ways that there are. */
export const writtenCount = (random: Random, count: number): string | number | null =>
  random.pick<() => string | number | null>([
    () => count,
    () => count,
    () => String(count),
    () => count.toLocaleString('en-US'),
    () => (count < 10_000 ? `${count}+` : `${Math.floor(count / 10_000)}万+`),
    () => (count < 10_000 ? `约${count}` : `${(count / 10_000).toFixed(1)}万`),
    () => random.pick(['-', '', '暂无', -1]),
    () => null,
  ])();
