import { type ReactNode, useEffect } from 'react';

/** The page's first heading, which is also the window's title. */
export function Title({ children, text, hidden }: { children: ReactNode; text?: string; hidden?: boolean }) {
  const title = text ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    document.title = title ? `${title} · Tocsin` : 'Tocsin';
  }, [title]);
  return <h1 className={hidden ? 'visually-hidden' : undefined}>{children}</h1>;
}
