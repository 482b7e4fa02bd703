import { type RefObject, useLayoutEffect, useState } from 'react';

/** The element's inner width and height in CSS pixels; zero before the first layout. */
export function useSize(ref: RefObject<Element | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** How much larger than usual the page's letters are: what is drawn around words has to grow with them. */
export const letterScale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
