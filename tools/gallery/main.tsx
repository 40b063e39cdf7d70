import '../../entrypoints/popup/popup.css';

import { createRoot } from 'react-dom/client';

import { OptionsPage } from './options-page.tsx';
import { PopupPage } from './popup-page.tsx';
import { ReviewPage } from './review-page.tsx';

const query = new URLSearchParams(location.search);
const state = query.get('state') ?? '';
const page = query.get('page') ?? 'review';
document.documentElement.dir = query.get('dir') ?? 'ltr';
if (page === 'popup') document.body.className = 'popup';

const root = document.getElementById('root');
if (root !== null) {
  const Page = { popup: PopupPage, options: OptionsPage }[page] ?? ReviewPage;
  createRoot(root).render(<Page state={state} />);
}
