/** Jest calls this once, before all workers. */
export { openDesk as default } from './database-server.js';
