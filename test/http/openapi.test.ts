import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { operations } from '../../src/app.ts';
import { openApi } from '../../src/http/openapi.ts';
import { PROBLEMS } from '../../src/http/problem.ts';

test('the OpenAPI document is valid by the schema of OpenAPI 3.1', async () => {
  const document = JSON.parse(JSON.stringify(openApi(operations, 'https://quotes.example')));
  const result = await new Validator().validate(document);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test('every operation names problems that there are', () => {
  for (const { path, errors } of operations) {
    expect([path, errors.filter((code) => !(code in PROBLEMS))]).toEqual([path, []]);
  }
});
