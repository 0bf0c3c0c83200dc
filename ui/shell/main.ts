/** What the page loads first. */
import './app.ts';
