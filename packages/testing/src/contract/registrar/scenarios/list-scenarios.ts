import { scenario } from '../registrar-scenario.js';
import { refusalOf, wants, wantsSame } from '../wants.js';

const operations = ['listDomains'] as const;

/** Lists of several pages. */
export const listScenarios = [
  scenario(
    'visits every domain of all pages once, and reads anew each time',
    { operations, situations: ['two-pages', 'domain-ours'] },
    async (stage) => {
      const { domains } = await stage.bring('two-pages');
      const list = stage.registrar.listDomains();
      const visited: string[] = [];
      for await (const { domain } of list) visited.push(domain);
      wantsSame(visited.length, domains.length, 'as many rows as there are domains');
      wantsSame([...visited].sort(), [...domains].sort(), 'each domain once');
      const { domain: late } = await stage.bring('domain-ours', { label: 'late-harbour' });
      let seen = false;
      for await (const { domain } of list) seen ||= domain === late;
      wants(seen, 'a domain that came since, in the second iteration of the same list', seen);
    },
  ),
  scenario(
    'goes page by page with the cursors that it gave',
    { operations, situations: ['two-pages'] },
    async (stage) => {
      const { domains } = await stage.bring('two-pages');
      const list = stage.registrar.listDomains();
      const visited: string[] = [];
      let cursor: string | undefined;
      let pages = 0;
      do {
        const { items, total, next } = await list.page(cursor);
        wants(total === undefined || total === domains.length, 'how many there are in all', total);
        visited.push(...items.map(({ domain }) => domain));
        // As a panel keeps it between two views.
        cursor = next === undefined ? undefined : String(JSON.parse(JSON.stringify(next)));
        pages += 1;
      } while (cursor !== undefined && pages <= domains.length);
      wants(pages > 1, 'several pages', pages);
      wantsSame([...visited].sort(), [...domains].sort(), 'each domain once, over all pages');
    },
  ),
  scenario('refuses a cursor that it did not give', { operations }, async ({ registrar }) => {
    const page = registrar.listDomains().page('no cursor of this list');
    await refusalOf(page, 'INVALID_INPUT', 'such a page cannot be meant');
  }),
];
