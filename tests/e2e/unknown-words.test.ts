import { embedded, explorable, importFiles, mapOf } from './harness/app.ts';
import { DEMO } from './harness/demo.ts';
import { test } from './harness/test.ts';

test('a text of which the encoder knows no word is shown, and the reader is told', async ({
  open,
}) => {
  const { page } = await open();
  await explorable(page);
  await importFiles(page, [{ name: 'tide.txt', content: '潮水漲上來了。守燈人看着海。' }]);
  await page.getByText('1 passage of 1 document has no word that the encoder knows.').waitFor();
  await embedded(page);
  await mapOf(page, DEMO.documents + 1);
  await page.getByRole('button', { name: /^Encoder: / }).click();
  await page.getByText('1 passage of 1 document has no word that it knows').waitFor();
});
