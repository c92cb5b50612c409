import { answer } from '../../../../answer.mjs';

export const dynamic = 'force-dynamic';

export function GET() {
  return Response.json(answer());
}
