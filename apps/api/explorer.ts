import type { INestApplication } from '@nestjs/common';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { NextFunction, Request, Response } from 'express';

/** The bundled explorer at `/explorer`: one page that carries all its script, nothing from elsewhere. */
export function installExplorer(app: INestApplication): void {
  const page = renderGraphiQL({
    endpoint: '/graphql',
    title: 'Muster explorer',
    headers: JSON.stringify({ authorization: 'Bearer PASTE-A-TOKEN-HERE' }),
  });
  const explorer = app.getHttpAdapter();
  explorer.get('/explorer', (_request: Request, response: Response) => response.type('html').send(page));
  explorer.get('/', (_request: Request, response: Response) => response.redirect('/explorer'));
  // A person who opens the endpoint in a browser wants the explorer, not Apollo's word about forged requests.
  app.use('/graphql', (request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' && request.accepts('json', 'html') === 'html')
      response.redirect('/explorer');
    else next();
  });
}
