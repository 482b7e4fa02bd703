/** A form that opens is seen as a whole. */
export const intoView = (element: Element | null) => element?.scrollIntoView({ block: 'nearest' });
