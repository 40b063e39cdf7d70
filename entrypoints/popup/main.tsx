import { createRoot } from 'react-dom/client';

import { App } from './App.tsx';
import { extensionPort } from './extension-port.ts';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App port={extensionPort} />);
