import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';

import { App } from './App.tsx';
import { extensionPort } from './extension-port.ts';

const { id } = await browser.windows.getCurrent();
const root = document.getElementById('root');
if (root !== null && id !== undefined) createRoot(root).render(<App port={extensionPort(id)} />);
