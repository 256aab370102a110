import { describe, expect, it } from '@jest/globals';
import { isReadFault, parseXml, type ReadFault } from '@registrar-kit/provider-kit';

async function faultOf(body: string, maxDepth?: number): Promise<ReadFault> {
  const outcome: unknown = await parseXml(body, { maxDepth }).catch((error: unknown) => error);
  if (!isReadFault(outcome)) throw new Error('it was read');
  return outcome;
}

describe('parseXml', () => {
  it('answers names, texts, attributes and children', async () => {
    const root = await parseXml(
      `<?xml version="1.0" encoding="utf-8"?>
       <!-- a note -->
       <ApiResponse Status="OK" xmlns="http://api.example.com/xml.response">
         <Errors />
         <Result><Row Domain="example.com"/><Row Domain="example.net">two</Row></Result>
       </ApiResponse>`,
    );
    expect(root.name).toBe('ApiResponse');
    expect(root.attribute('Status')).toBe('OK');
    expect(root.child('Errors')?.text).toBe('');
    expect(root.child('Missing')).toBeUndefined();
    expect(root.children('Missing')).toEqual([]);
    const rows = root.child('Result')?.children('Row') ?? [];
    expect(rows.map((row) => [row.attribute('Domain'), row.text])).toEqual([
      ['example.com', ''],
      ['example.net', 'two'],
    ]);
  });

  it('names what an element holds, in lower case and each once', async () => {
    const root = await parseXml('<a xmlns="urn:x" n:ID="1" Name="b"><Row/><row/><Paging/></a>');
    expect(root.attributeNames).toEqual(['id', 'name']);
    expect(root.childNames).toEqual(['row', 'paging']);
    expect(root.child('Row')?.attributeNames).toEqual([]);
    expect(root.child('Row')?.childNames).toEqual([]);
  });

  it('answers one child as a list of one', async () => {
    const root = await parseXml('<a><b>1</b></a>');
    expect(root.children('b').map((each) => each.text)).toEqual(['1']);
  });

  it('matches names without regard to case and namespace prefix', async () => {
    const root = await parseXml(
      '<n:ApiResponse xmlns:n="urn:x" n:STATUS="OK"><n:domainlist><DOMAINLIST/></n:domainlist><DomainList/></n:ApiResponse>',
    );
    expect(root.name).toBe('ApiResponse');
    expect(root.attribute('status')).toBe('OK');
    expect(root.children('DomainList')).toHaveLength(2);
  });

  it('ignores declarations of namespaces', async () => {
    const root = await parseXml('<a xmlns="urn:x" xmlns:n="urn:y" n:type="z"/>');
    expect(root.attribute('xmlns')).toBeUndefined();
    expect(root.attribute('n')).toBeUndefined();
    expect(root.attribute('type')).toBe('z');
  });

  it('joins texts and CDATA, resolves the five entities of XML, and trims', async () => {
    const root = await parseXml('<a>\n  A &amp; B &#65; <b/><![CDATA[<c> & d]]>\n</a>');
    expect(root.text).toBe('A & B A <c> & d');
  });

  it('keeps the names of inherited properties apart from data', async () => {
    const names = [
      'constructor',
      'toString',
      '__proto__',
      'hasOwnProperty',
      'cdata',
      '_',
      'length',
    ];
    const root = await parseXml(
      `<a constructor="x" valueOf="y">${names.map((name) => `<${name}>${name}!</${name}>`).join('')}</a>`,
    );
    expect(root.attribute('constructor')).toBe('x');
    expect(root.attribute('valueOf')).toBe('y');
    expect(root.attribute('toString')).toBeUndefined();
    expect(root.children('isPrototypeOf')).toEqual([]);
    for (const name of names) {
      expect(root.children(name).map((each) => each.text)).toEqual([`${name}!`]);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('reads a document with a byte order mark', async () => {
    expect((await parseXml('\uFEFF<a>1</a>')).text).toBe('1');
  });

  it('reads a large document without holding everything else up', async () => {
    const rows = 40_000;
    const body = `<a>${'<row name="example" price="10.8700"/>'.repeat(rows)}</a>`;
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const root = await parseXml(body);
    clearInterval(timer);
    expect(root.children('row')).toHaveLength(rows);
    expect(turns).toBeGreaterThan(10);
  });

  it.each([
    ['', 'empty'],
    ['  \r\n\t ', 'empty'],
    ['\uFEFF', 'empty'],
    ['<!DOCTYPE html><html><body>maintenance</body></html>', 'html'],
    ['\n<HTML lang="en"><head></head></HTML>', 'html'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html/>', 'html'],
    ['<head><title>302 Found</title></head>', 'html'],
    ['{"error":"x"}', 'not_parsable'],
    ['405 Not Allowed', 'not_parsable'],
    ['<a>', 'truncated'],
    ['<a><b>text</b>', 'truncated'],
    ['<a', 'truncated'],
    ['<a b="c', 'truncated'],
    ['<a><![CDATA[x]]', 'truncated'],
    ['<a><!-- x', 'truncated'],
    ['<?xml version="1.0"', 'truncated'],
    ['<a></a', 'truncated'],
    ['<a></b>', 'not_parsable'],
    ['<a/></a>', 'not_parsable'],
    ['<a/><b/>', 'not_parsable'],
    ['<a/> rest', 'not_parsable'],
    ['rest <a/>', 'not_parsable'],
    ['<a/><![CDATA[x]]>', 'not_parsable'],
    ['<a b="<c>"/>', 'not_parsable'],
    ['<a b=c/>', 'not_parsable'],
    ['<a b/>', 'not_parsable'],
    ['<a <b/></a>', 'not_parsable'],
    ['<a>&unknown;</a>', 'not_parsable'],
    ['<a>\0</a>', 'not_parsable'],
    ['<1a/>', 'not_parsable'],
    ['<!-- only a note -->', 'not_parsable'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'not_parsable'],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'not_parsable'],
    ['<a><!ENTITY b "c"></a>', 'not_parsable'],
  ])('refuses %j as %s', async (body, kind) => {
    const fault = await faultOf(body);
    expect(fault).toMatchObject({ name: 'ReadFault', kind });
    expect(fault.detail).toMatch(/^[a-zA-Z].*[^.]$/);
  });

  it('reads a tag with very many values in time that grows with it and no faster', async () => {
    const valuesOf = (count: number): string =>
      Array.from({ length: count }, (_, index) => ` a${index}="${index}"`).join('');
    const root = await parseXml(`<a${valuesOf(4000)}><b c="1"/></a>`);
    expect(root.attribute('A3999')).toBe('3999');
    expect(root.child('b')?.attribute('c')).toBe('1');
    const values = valuesOf(4900);
    const detail = 'the XML has more than 5000 different names';
    expect((await faultOf(`<a${valuesOf(100_000)}/>`)).detail).toBe(detail);
    expect((await faultOf(`<a${values} b="<"/>`)).kind).toBe('not_parsable');
    expect((await faultOf(`<a${values} b="`)).kind).toBe('truncated');
  });

  it.each(['<a b="1" b="2"/>', '<a b = "1" c="1" B= \'2\'/>', '<x><a\n\tb="1"\n\tb="1"></a></x>'])(
    'refuses an attribute that stands twice: %s',
    async (body) => {
      expect(await faultOf(body)).toMatchObject({
        kind: 'not_parsable',
        detail: 'an XML tag has an attribute twice',
      });
    },
  );

  it.each([
    ['<a n:x="1" x="2" m:x="3"/>', '2'],
    ['<a n:x="1" m:x="3"/>', '1'],
    ['<a n:X="1"/>', '1'],
    ['<a xmlns:x="1"/>', undefined],
  ])('takes an attribute without a prefix before those with one: %s', async (body, value) => {
    const root = await parseXml(body);
    expect(['x', 'X', 'n:x', 'xmlns:x'].map((name) => root.attribute(name))).toEqual([
      value,
      value,
      undefined,
      undefined,
    ]);
    expect(root.attributeNames).toEqual(value === undefined ? [] : ['x']);
  });

  it('takes what counts as white space anywhere behind the document', async () => {
    expect((await parseXml('<a>1</a>\u00A0\uFEFF\f\n')).text).toBe('1');
  });

  it.each([3500, 200_000])('ends at the first fault of %i', async (faults) => {
    // The parser would look for the end of each again and again, and make an error of it every time.
    expect((await faultOf(`<a>${'<b></c>'.repeat(faults)}</a>`)).kind).toBe('not_parsable');
    expect((await faultOf(`<a>${'&'.repeat(faults)}</a>`)).kind).toBe('not_parsable');
  });

  it('takes names that are alike, and values that look like names', async () => {
    const root = await parseXml(`<a b="c=1 b=2" bb='b="1"' n:b="3" c="b"/>`);
    expect(root.attribute('bb')).toBe('b="1"');
  });

  it.each([
    ['attributes', (name: string) => `<b ${name}="1"/>`],
    ['elements', (name: string) => `<${name}/>`],
  ])('refuses a document of very many different names of %s', async (_what, row) => {
    const rows = Array.from({ length: 30_000 }, (_, index) => row(`a${index}`)).join('');
    const fault = await faultOf(`<a>${rows}</a>`);
    expect(fault).toMatchObject({
      kind: 'not_parsable',
      detail: 'the XML has more than 5000 different names',
    });
    // Of few names it may say any number.
    const few = Array.from({ length: 30_000 }, (_, index) => row(`a${index % 900}`)).join('');
    expect((await parseXml(`<a>${few}</a>`)).name).toBe('a');
  });

  it('refuses an element with more children than any list has, wherever it stands', async () => {
    const list = (count: number): string => `<list>${'<row><x/></row>'.repeat(count)}</list>`;
    const root = await parseXml(`<a>${list(50_000)}${list(3)}</a>`);
    expect(root.children('list').map((each) => each.children('row').length)).toEqual([50_000, 3]);
    expect(await faultOf(`<a>${list(3)}${list(50_001)}</a>`)).toMatchObject({
      kind: 'not_parsable',
      detail: 'the XML has more than 50000 elements below one',
    });
  });

  it('finds an attribute that stands twice behind very many other names', async () => {
    const tags = Array.from({ length: 4000 }, (_, index) => `<b X="" N${String(index)}=""/>`);
    const body = `<a>${tags.join('')}<b X="" n0="" N0=""/></a>`;
    expect(await faultOf(body)).toMatchObject({ detail: 'an XML tag has an attribute twice' });
  });

  it('finds the fault of a large document too', async () => {
    const rows = '<row>text</row>'.repeat(20_000);
    expect((await faultOf(`<a>${rows}<b>`)).kind).toBe('truncated');
    expect((await faultOf(`<a>${rows}</b>`)).kind).toBe('not_parsable');
    expect((await faultOf(`<a>${rows}&x;</a>`)).kind).toBe('not_parsable');
  });

  it.each([
    ['hasOwnProperty="1" b="2"', 'not_parsable'],
    ['hasOwnProperty="1" b="2">&x;</a><a', 'not_parsable'],
  ])('comes to an end where the parser stumbles, in a large document too: %s', async (b, kind) => {
    const tag = `<a ${b}></a>`;
    for (const rows of ['', '<row>text</row>'.repeat(5000)])
      expect((await faultOf(`<x>${rows}${tag}${rows}</x>`)).kind).toBe(kind);
  });

  it('refuses any part of a document as truncated', async () => {
    const whole = '<?xml version="1.0"?>\n<a b="c>d"><e>text</e><!-- f --><g><![CDATA[h]]></g></a>';
    for (let length = 23; length < whole.length; length += 1) {
      const { kind } = await faultOf(whole.slice(0, length));
      expect([length, kind]).toEqual([length, 'truncated']);
    }
  });

  it('refuses deep nesting before it costs anything', async () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    await expect(parseXml(nested(64))).resolves.toMatchObject({ name: 'a' });
    expect((await faultOf(nested(65))).kind).toBe('not_parsable');
    expect((await faultOf(nested(5), 4)).kind).toBe('not_parsable');
    const startedAt = performance.now();
    await faultOf(nested(1_000_000));
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('refuses a document beyond all sizes', async () => {
    const { kind } = await faultOf(`<a>${' '.repeat(16 * 1024 * 1024)}</a>`);
    expect(kind).toBe('too_large');
  });

  it('quotes nothing of the document', async () => {
    expect((await faultOf('<a>CANARY</CANARY>')).message).not.toContain('CANARY');
  });
});
