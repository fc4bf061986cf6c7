import { createRoot } from 'react-dom/client';
import 'phone-sign-in/before.css';
import './style.css';
import { App } from './app.jsx';

createRoot(document.querySelector('#root')).render(<App />);
