import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createViewStore } from './view-store.ts';

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(<App bridge={window.gatepass} store={createViewStore(window.gatepass)} />);
