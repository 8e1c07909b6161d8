/** A text that Markdown shows as it is, on one line. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/([\\`*_|#<>[\]])/g, '\\$1')
    .replaceAll('\n', '<br>')
    .trim();
