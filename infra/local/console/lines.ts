/** An instant of a reply for the console: month, day and time of day, as the bureau's clocks show it. */
export const time = (at: string): string => at.slice(5, 19).replace('T', ' ');

/** The day that an instant ends which stands for a day of which no time is known. */
export const day = (end: string): string =>
  new Date(Date.parse(`${end.slice(0, 19)}Z`) - 1000).toISOString().slice(5, 10);

/** The end of a limit: midnight is the 24:00 of the day that it ends. */
export const limitEnd = (due: string): string =>
  due.slice(11, 19) === '00:00:00' ? `${day(due)} 24:00` : time(due);
