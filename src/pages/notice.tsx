/** @jsxImportSource hono/jsx */
import { Frame, pageResponse, plainHead } from './document.tsx';

/** An error, said to a reader. */
export function noticePage({
  title,
  detail,
  status,
  canonical,
}: {
  title: string;
  detail: string;
  status: number;
  canonical: string;
}): Promise<Response> {
  return pageResponse(
    plainHead(title, detail, canonical),
    <Frame>
      <h1 class="title">{title}</h1>
      <p>{detail}</p>
    </Frame>,
    { status, cacheControl: 'no-store' },
  );
}
