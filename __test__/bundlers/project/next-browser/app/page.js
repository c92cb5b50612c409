'use client';

import { role } from '../shared.js';

export default function Page() {
  return <p>{`role ${role}`}</p>;
}
