import { describe, expect, it } from 'vitest';
import { problems, read } from './read.ts';
import { readFixture } from './fixture.ts';

describe('.docx', () => {
  it('gives headings, paragraphs, lists and tables as text, and the title', async () => {
    const { drafts } = await readFixture('keeper.docx');
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      title: 'The Keeper’s Log'.replace('’', "'"),
      text: "The Keeper's Log\n\nThe keeper lit the lamp & wrote it down.\n\nWhat it owed\n\n- First the ships.\n- Then the harbour.\n\nHour\tWeather",
    });
  });
});

describe('.epub', () => {
  it('gives a document for each chapter, in the order of the spine, grouped by the book', async () => {
    const { drafts } = await readFixture('keeper.epub');
    expect(drafts.map(({ title, text, group }) => ({ title, text, group }))).toEqual([
      { title: 'The Lamp', text: 'The Lamp\n\nIt burned all night.', group: 'Lights & Tides' },
      { title: 'The Tide', text: 'The Tide\n\nIt came & went.', group: 'Lights & Tides' },
    ]);
  });
});

describe('.parquet', () => {
  it.each(['none', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4'])('reads %s', async (codec) => {
    const { drafts, problems } = await readFixture(`table-${codec}.parquet`);
    expect(problems).toEqual([]);
    expect(drafts.map(({ text, group }) => [text, group])).toEqual([
      ['The keeper lit the lamp.', 'Stories'],
      ['Zwölf Boxkämpfer 漢字 😀', 'Stories'],
      ['User: Why?\n\nAssistant: Because it was promised.', 'Essays'],
    ]);
    expect(drafts.map(({ shape }) => shape)).toEqual(['record', 'record', 'chat']);
    expect(drafts[1]?.meta.get('count')).toBe('9007199254740992');
    expect(drafts[2]?.meta.has('embedding')).toBe(false);
    expect(drafts[0]?.vector).toEqual(Float32Array.of(1, 0));
  });
});

describe('.html', () => {
  it.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['inline elements', '<p>A <b>bold</b>\n <i>word</i>, so</p>', 'A bold word, so'],
    ['headings', '<h1>Why</h1>Because.<h2>How</h2>So.', 'Why\n\nBecause.\n\nHow\n\nSo.'],
    ['lists', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['line breaks', 'one<br>two', 'one\ntwo'],
    ['tables', '<table><tr><td>a</td><td><p>b</p></td></tr><tr><td>c</table>', 'a\tb\nc'],
    ['code', '<pre>a\n  b</pre>c', 'a\n  b\n\nc'],
    ['entities', '&lt;b&gt; &amp;amp; &#x1F600; &nbsp; x', '<b> &amp; 😀 x'],
    ['unclosed elements', '<p>one<p>two<div>three', 'one\n\ntwo\n\nthree'],
    ['scripts', 'a<script>alert("</p>")</script><style>p{}</style>b<noscript>c</noscript>', 'ab'],
    ['pictures', 'a<img src="https://example.invalid/x.png" onerror="alert(1)">b', 'ab'],
    ['navigation', '<nav><a href="/">Home</a></nav><main>Text</main>', 'Text'],
  ])('keeps of %s what they say', async (_, html, text) => {
    expect((await read('a.html', html)).drafts[0]?.text).toBe(text);
  });

  it('is titled by its title, its first heading or its name', async () => {
    const titleOf = async (html: string): Promise<string | undefined> =>
      (await read('page.html', html)).drafts[0]?.title;
    expect(await titleOf('<title>The  page</title><h1>Heading</h1>')).toBe('The page');
    expect(await titleOf('<p>x</p><h2>The <i>heading</i></h2>')).toBe('The heading');
    expect(await titleOf('<p>x</p>')).toBe('page');
  });

  it('says when there is nothing to read', async () => {
    expect(problems(await read('a.html', '<script>x</script>'))).toEqual(['file-empty']);
  });

  it('is linear in depth', async () => {
    const { drafts } = await read('a.html', `${'<div>'.repeat(300_000)}deep`);
    expect(drafts[0]?.text).toBe('deep');
  });
});
