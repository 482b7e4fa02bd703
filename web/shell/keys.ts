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

/**
 * Calls the function of the key that was pressed, by `KeyboardEvent.key`. A page's keys come before those that work
 * everywhere: on a page that has a use of its own for one of them, that one acts alone.
 */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>, where: 'page' | 'everywhere' = 'page') {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!keysOn() || typing(event) || inDialog()) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    // The page's are asked first, on the way down.
    const capture = where === 'page';
    addEventListener('keydown', onKey, { capture });
    return () => removeEventListener('keydown', onKey, { capture });
  }, [where]);
}

/** All shortcuts, as the help shows them. */
export const HELP: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['a', 'add a report'],
      ['/', 'search reports and the picture'],
      ['?', 'these keys: press, or hold'],
      ['1 – 9', 'the first pages of the menu'],
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
    title: 'In triage',
    keys: [
      ['a', 'accept'],
      ['r', 'reject: then a number for the reason, or Enter'],
      ['c', 'correct a value'],
      ['n j', 'next, without deciding'],
      ['p k', 'back'],
      ['u', 'undo the last decision'],
    ],
  },
  {
    title: 'In doubts',
    keys: [
      ['s', 'the same'],
      ['d', 'different: keep them apart'],
      ['w', 'write why'],
      ['n j', 'next, without deciding'],
      ['p k', 'back'],
      ['u', 'undo the last decision'],
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
