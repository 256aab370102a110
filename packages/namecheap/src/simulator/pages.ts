import type { SimulatorResponse } from '@registrar-kit/testing';

type Reply = SimulatorResponse & { readonly kind: 'reply' };

/** A page of the web server in front of the interface, which is not XML. */
export function htmlPage(status: number, title: string): Reply {
  return {
    kind: 'reply',
    status,
    headers: { 'content-type': 'text/html; charset=us-ascii' },
    body: [
      '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN""http://www.w3.org/TR/html4/strict.dtd">',
      `<HTML><HEAD><TITLE>${title}</TITLE></HEAD>`,
      `<BODY><h2>${title}</h2></BODY></HTML>`,
      '',
    ].join('\r\n'),
  };
}

/** Too many requests: the command is not run, and the answer says nothing but its status. */
export function tooManyRequests(): Reply {
  return htmlPage(405, 'Method Not Allowed');
}

export function redirect(location: string): Reply {
  return { kind: 'reply', status: 302, headers: { location }, body: '' };
}

/** The simulator owns up to what it cannot do, in a form that no vendor uses. */
export function notSimulated(command: string): Reply {
  return {
    kind: 'reply',
    status: 501,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: `the namecheap simulator does not have the command ${command} yet`,
  };
}
