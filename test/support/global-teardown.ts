/** Jest calls this once, after all workers. */
export { closeDesk as default } from './database-server.js';
