/** Tables of OpenCC: `from to`, parted by `|`. The package has types for its converters alone. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
