/** Every page of the desk; `CASE`: the number of a case. */
export const PAGES = [
  '/desk/duties',
  '/desk/cases',
  '/desk/cases/CASE',
  '/desk/cases/CASE/do/FileReport',
  '/desk/cases/CASE/do/ConfirmGrade',
  '/desk/cases/CASE/clocks',
  '/desk/cases/CASE/print',
  '/desk/open',
  '/desk/items',
  '/desk/refused',
  '/desk/roster',
  '/desk/regulation',
  '/desk/clocks',
  '/desk/feeds',
  '/desk/help',
  '/desk/more',
];
