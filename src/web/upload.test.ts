import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readUpload } from './upload.ts';

async function uploaded(form: FormData) {
  const sent = new Response(form);
  return readUpload(sent.headers.get('content-type') ?? '', Buffer.from(await sent.arrayBuffer()));
}

describe('a form that carries files', () => {
  it('gives its fields in order, files as their text', async () => {
    const form = new FormData();
    form.append('_csrf', 'ü"');
    form.append('file', new File([Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65)], 'alt.csv'));
    form.append('file', new File([], ''));
    form.append('text', 'a;b\r\nc');
    assert.deepEqual(await uploaded(form), [
      ['_csrf', 'ü"'],
      ['file', 'Größe'],
      ['file.name', 'alt.csv'],
      ['file', ''],
      ['text', 'a;b\r\nc'],
    ]);
  });

  it('has no fields when it cannot be read', async () => {
    const whole = Buffer.from('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n');
    const type = 'multipart/form-data; boundary=x';
    assert.deepEqual(await readUpload(type, whole), [['a', '1']]);
    assert.deepEqual(await readUpload(type, whole.subarray(0, 30)), []);
    assert.deepEqual(await readUpload(type, Buffer.from('')), []);
    assert.deepEqual(await readUpload('multipart/form-data', whole), []);
    assert.deepEqual(await readUpload('multipart/form-data; boundary=', whole), []);
    assert.deepEqual(await readUpload(type, Buffer.from('--x\r\n\r\n1\r\n--x--\r\n')), []);
  });
});
