/** @jsxImportSource hono/jsx */
import type { Operation } from '../http/openapi.ts';
import { parameterText } from '../http/parameter-text.ts';
import { PROBLEMS } from '../http/problem.ts';
import { Frame, pageResponse, plainHead } from './document.tsx';
import { Prose } from './prose.tsx';

/** The API, for people: what `openapi.json` says for programs, from the same source. */
export function docsPage(operations: readonly Operation[], publicUrl: string): Promise<Response> {
  const head = plainHead('API', 'Episodes in, quotes and cards out.', `${publicUrl}/docs`);
  return pageResponse(head, <DocsBody operations={operations} publicUrl={publicUrl} />, {
    cacheControl: 'public, max-age=300',
  });
}

function DocsBody({ operations, publicUrl }: { operations: readonly Operation[]; publicUrl: string }) {
  return (
    <Frame>
      <h1 class="title">API</h1>
      <p>
        For programs: <a href="/openapi.json">openapi.json</a>. What writes needs a token, made by{' '}
        <code>pullquote token create --scope import</code> and sent as <code>Authorization: Bearer pq_…</code>
        . Lists come in pages: give the <code>next</code> of one as <code>after</code> for the following.
      </p>
      <pre tabindex={0}>
        <code>{`curl -H "Authorization: Bearer $TOKEN" \\
  -F 'metadata={"show": "Slow Signal", "title": "The Elevator That Apologises"}' \\
  -F transcript=@episode.vtt ${publicUrl}/v1/episodes`}</code>
      </pre>
      <p>
        A range is a time (<code>13:36-14:05</code>, <code>t=816,845</code>), sentences (
        <code>s=120-124</code>), words (<code>text=start,end</code>) or quote IDs joined by <code>+</code>.
      </p>
      <nav class="index" aria-label="Operations">
        <ul>
          {operations.map((operation) => (
            <li>
              <a href={`#${idOf(operation)}`}>
                <span class="verb">{operation.method.toUpperCase()}</span> <code>{operation.path}</code>
              </a>
            </li>
          ))}
          <li>
            <a href="#problems">Problems</a>
          </li>
        </ul>
      </nav>
      {operations.map((operation, index) => (
        <OperationSection
          operation={operation}
          same={operations.slice(0, index).find(({ query }) => isLong(query) && query === operation.query)}
        />
      ))}
      <h2 class="title" id="problems">
        Problems
      </h2>
      <p>
        Errors are <code>application/problem+json</code> (RFC 9457). Their <code>type</code> leads here.
      </p>
      <table>
        <tbody>
          {Object.entries(PROBLEMS).map(([code, { status, title }]) => (
            <tr id={code}>
              <td>
                <code>{code}</code>
              </td>
              <td>{status}</td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

/** @param same an operation before that takes the same parameters */
function OperationSection({ operation, same }: { operation: Operation; same: Operation | undefined }) {
  const { method, path, summary, scope, query } = operation;
  return (
    <section class="op" id={idOf(operation)}>
      <h2>
        <span class="verb">{method.toUpperCase()}</span> <code>{path}</code>
      </h2>
      <p>
        <Prose text={summary} />
        {scope === undefined ? null : ` Needs a token with the scope ${scope}.`}
      </p>
      {same === undefined ? (
        <Parameters query={query} />
      ) : (
        <p>
          {'Its parameters are those of '}
          <a href={`#${idOf(same)}`}>
            <code>{same.path}</code>
          </a>
          .
        </p>
      )}
    </section>
  );
}

function Parameters({ query }: { query: Operation['query'] }) {
  const parameters = Object.entries(query?.shape ?? {});
  if (parameters.length === 0) return null;
  return (
    <table>
      <tbody>
        {parameters.map(([name, schema]) => (
          <tr>
            <td>
              <code>{name}</code>
            </td>
            <td>
              <Prose text={parameterText(schema)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where an operation stands on the page: `get-q-id.png`. */
function idOf({ method, path }: Operation): string {
  return `${method}${path.replaceAll('/', '-').replace(/[{}]/g, '')}`;
}

/** Parameters that are not worth reading twice. */
function isLong(query: Operation['query']): boolean {
  return Object.keys(query?.shape ?? {}).length > 4;
}
