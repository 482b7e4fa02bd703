/** The pages as the menu shows them. A page of its own is one line here and one in ../router.tsx. */
export const MENU = [
  {
    title: 'Work',
    pages: [
      { to: '/', label: 'Home' },
      { to: '/triage', label: 'Triage' },
      { to: '/doubts', label: 'Doubts' },
    ],
  },
  {
    title: 'Picture',
    pages: [
      { to: '/picture', label: 'Incidents' },
      { to: '/groups', label: 'Groups' },
      { to: '/network', label: 'Network' },
      { to: '/warnings', label: 'Warnings' },
    ],
  },
  {
    title: 'Warn',
    pages: [
      { to: '/cases', label: 'Cases' },
      { to: '/look-back', label: 'Look back' },
      { to: '/recipients', label: 'Recipients' },
    ],
  },
  {
    title: 'Desk',
    pages: [
      { to: '/reports', label: 'Reports' },
      { to: '/sources', label: 'Sources' },
      { to: '/decisions', label: 'Decisions' },
      { to: '/people', label: 'People' },
      { to: '/settings', label: 'Settings' },
    ],
  },
] as const;

/** Those that a single digit opens, in the order of the menu. */
export const BY_DIGIT = MENU.flatMap(({ pages }) => pages.map(({ to }) => to)).slice(0, 9);
