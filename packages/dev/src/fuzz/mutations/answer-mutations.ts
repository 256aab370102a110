import { canaryKey } from '../canaries.js';
import { onText, pick, type Mutate } from './mutation.js';

const secretPlaces = [
  (text: string) => text.replace(/>([^<]+)</, `>${canaryKey} $1<`),
  (text: string) => `${text}${canaryKey}`,
  (text: string) =>
    text.replace(/"(?:message|Description|reason|code)"\s*:\s*"/i, `$&${canaryKey} `),
  (text: string) => text.replace(/(="|": ?")/, `$1${encodeURIComponent(canaryKey)}`),
];

/** Answers to something else. */
export const answerMutations = {
  'answer of another operation': ((_reply, { a }, { others }) => pick(others, a)) satisfies Mutate,
  'body of another operation': ((reply, { a }, { others }) => ({
    ...reply,
    body: pick(others, a).body,
  })) satisfies Mutate,
  'the request itself': ((reply, { a }, { request }) => ({
    ...reply,
    status: pick([200, 400, 500, 302, 403], a),
    body: Buffer.from(
      pick(
        [
          request.body,
          JSON.stringify({ error: { code: 'Domain:1', message: request.body } }),
          JSON.stringify({ headers: request.headers, path: request.path, body: request.body }),
          `<ApiResponse Status="ERROR"><Errors><Error Number="2019166">${request.body.replace(/[<&]/g, ' ')}</Error></Errors></ApiResponse>`,
          `<html><body>${JSON.stringify(request.headers)} ${request.body}</body></html>`,
        ],
        a >>> 3,
      ),
    ),
  })) satisfies Mutate,
  'the key in the answer': onText((text, { a }) => pick(secretPlaces, a)(text)),
} satisfies Record<string, Mutate>;
