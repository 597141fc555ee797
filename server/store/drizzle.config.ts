import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './server/store/schema.ts',
    './server/store/schema-forge.ts',
    './server/store/schema-delivery.ts',
    './server/store/schema-organisation.ts',
    './server/store/schema-columns.ts',
    './server/store/schema-pages.ts',
    './server/store/schema-issues.ts',
    './server/store/schema-usage.ts',
    './server/store/schema-attribution.ts',
    './server/store/schema-quality.ts',
  ],
  out: './migrations',
});
