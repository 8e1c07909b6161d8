const MINUTE = 60_000;

/** How long something takes, as a text says it: to the minute, from one day on to the hour. */
export const spokenLength = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts =
    days > 0
      ? [`${days}日`, hours > 0 ? `${hours}小时` : '']
      : [hours > 0 ? `${hours}小时` : '', rest > 0 ? `${rest}分钟` : ''];
  return parts.join('');
};
