import { useEffect } from 'react';

/** Esc goes back, from anywhere and at once; `?` shows the help. No key stands for "Continue". */
export function useKeys(back: () => void, help: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') return back();
      if (event.key === '?' && !(event.target instanceof HTMLInputElement)) help();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [back, help]);
}
