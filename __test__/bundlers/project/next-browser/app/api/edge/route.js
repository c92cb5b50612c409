import { build, role } from '../../../shared.js';

export const runtime = 'edge';

export function GET() {
  return Response.json({ role, built: build() });
}
