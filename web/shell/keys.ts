/** Single-key shortcuts: they never fire while someone types, and can be switched off (WCAG 2.1.4). */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { keep, kept } from './theme';

const KEY = 'tocsin.keys';
const listeners = new Set<() => void>();

export const keysOn = () => kept(KEY) !== 'off';
export function setKeys(on: boolean) {
  keep(KEY, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}
export const useKeysOn = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keysOn);

/** Whether a key belongs to the field that has the focus. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  return at instanceof Element && at.closest('input:not([type=checkbox]), textarea, select, [role=slider]') !== null;
}

/** Whether an open dialog has the keyboard. */
const inDialog = () => document.querySelector('dialog[open]') !== null;

/** Calls the function of the key that was pressed, by `KeyboardEvent.key`. */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !keysOn() || typing(event) || inDialog()) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** All shortcuts, as the help shows them. */
export const HELP: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['a', 'add a report'],
      ['/', 'search this page'],
      ['?', 'these keys: press, or hold'],
      ['1 – 5', 'picture, reports, groups, warnings, decisions'],
      ['Esc', 'close, let go'],
    ],
  },
  {
    title: 'In a report',
    keys: [
      ['j k', 'next, previous statement'],
      ['Enter', 'jump to its quote'],
      ['n p', 'next, previous highlight in the text'],
    ],
  },
  {
    title: 'On the map and the timeline, when they have the focus',
    keys: [
      ['arrows', 'move'],
      ['+ −', 'closer, further'],
      ['0', 'show all'],
    ],
  },
];
