/** The theme that a reader chose, kept in this browser. public/theme.js applies it before the first paint. */
import { useSyncExternalStore } from 'react';

export const THEMES = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  'contrast-light': 'High contrast, light',
  'contrast-dark': 'High contrast, dark',
} as const;
export type Theme = keyof typeof THEMES;

const KEY = 'tocsin.theme';
const listeners = new Set<() => void>();

const current = (): Theme => {
  const theme = document.documentElement.dataset.theme;
  return theme !== undefined && theme in THEMES ? (theme as Theme) : 'system';
};

export function setTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  keep(KEY, theme);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useTheme = () => useSyncExternalStore(subscribe, current);

/** Keeps a setting where the browser allows it; without storage it lasts as long as the page. */
export function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is off: nothing to keep it in.
  }
}

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
