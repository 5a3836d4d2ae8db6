import { mount } from 'svelte';
import App from './ui/App.svelte';
import './ui/theme.css';
import './ui/shared.css';
import './ui/tones.css';

mount(App, { target: document.body });
