import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** The bundled explorer: one page that carries all its script, nothing from elsewhere. */
async function renderPage(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL({
    endpoint: '/graphql',
    title: 'Muster explorer',
    headers: JSON.stringify({ authorization: 'Bearer PASTE-A-TOKEN-HERE' }),
  });
}

/** Serves the explorer at `/explorer`. Its nine megabytes are loaded when the first person opens it: a start need not wait. */
export function installExplorer(app: INestApplication): void {
  let page: Promise<string> | undefined;
  const explorer = app.getHttpAdapter();
  explorer.get('/explorer', async (_request: Request, response: Response) => {
    page ??= renderPage();
    response.type('html').send(await page);
  });
  explorer.get('/', (_request: Request, response: Response) => response.redirect('/explorer'));
  // A person who opens the endpoint in a browser wants the explorer, not Apollo's word about forged requests.
  app.use('/graphql', (request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' && request.accepts('json', 'html') === 'html')
      response.redirect('/explorer');
    else next();
  });
}
