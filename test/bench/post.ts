import { request, type Agent } from 'node:http';

/** Posts a body and waits for the whole answer, however long it takes. */
export function post(
  url: string,
  token: string,
  body: string | Buffer,
  agent?: Agent,
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resume, fail) => {
    const asked = request(url, { method: 'POST', headers, ...(agent ? { agent } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        resume({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

/** @throws Error for an answer that is none: a mistake is no quick answer */
export async function answerTo(url: string, token: string, body: string): Promise<unknown> {
  const { text } = await post(url, token, body);
  const answer = JSON.parse(text) as { readonly errors?: unknown };
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer;
}
