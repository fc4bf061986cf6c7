import { createApp } from 'vue';
import 'phone-sign-in/before.css';
import './style.css';
import App from './app.vue';

createApp(App).mount('#app');
