/** A number in a row of a list, as the way to what it counts. */
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** The heading of its column: on a narrow screen it stands beside the number. */
  label: string;
  n: number;
}

/** Its cell of the table. */
export const Count = createLink(({ label, n, ...link }: Props) => (
  <td className="number" data-label={label}>
    {n ? (
      <a {...link}>
        {n.toLocaleString('en-GB')}
        <span className="visually-hidden"> {label.toLowerCase()}</span>
      </a>
    ) : (
      <span className="none">0</span>
    )}
  </td>
));
