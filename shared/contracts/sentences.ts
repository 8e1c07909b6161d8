/** What somebody wrote, for use within a sentence of ours: without the stop at its end. */
export const withoutStop = (text: string): string => text.replace(/[。.;;,,、\s]+$/u, '');
