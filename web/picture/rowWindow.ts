/** Which rows of a long table are drawn: those in sight of its scrolling frame, and some above and below. */
import { type RefObject, useEffect, useState } from 'react';
import { letterScale } from '../parts/useSize';

/** Rows drawn beyond each edge, so that fast scrolling meets no gap. */
const SPARE = 20;

export interface RowWindow {
  from: number;
  to: number;
  /** Pixels. */
  rowHeight: number;
}

/** The rows are all as high as the frame's own `--row` says, in rem. */
export function useRowWindow(frame: RefObject<Element | null>, rows: number): RowWindow {
  const [at, setAt] = useState({ top: 0, height: 0, rowHeight: 52 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => {
      const rowHeight = 16 * letterScale() * Number.parseFloat(getComputedStyle(element).getPropertyValue('--row'));
      // In steps of half the spare: most scrolling draws nothing anew.
      const step = (SPARE / 2) * rowHeight;
      const top = Math.floor(element.scrollTop / step) * step;
      const height = element.clientHeight;
      setAt((now) =>
        now.top === top && now.height === height && now.rowHeight === rowHeight ? now : { top, height, rowHeight },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [frame]);
  const first = Math.min(rows, Math.round(at.top / at.rowHeight));
  return {
    from: Math.max(0, first - SPARE),
    to: Math.min(rows, first + Math.ceil(at.height / at.rowHeight) + 2 * SPARE),
    rowHeight: at.rowHeight,
  };
}
