import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const repository = path.resolve(import.meta.dirname, '../..');
const isDevelopment = process.env.NODE_ENV === 'development';

/** Next's own inline scripts carry no nonce under static headers, so scripts are held to this origin and inline. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const config: NextConfig = {
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  transpilePackages: ['@assay/api', '@assay/contracts', '@assay/domain', '@assay/services', '@assay/ui'],
  serverExternalPackages: [
    '@duckdb/node-api',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@aws-sdk/client-s3',
    'better-auth',
    'bullmq',
    'ioredis',
    'nodemailer',
    'pdfkit',
    'pg',
    'pino',
    'sharp',
    'trpc-to-openapi',
    'zod-openapi',
  ],
  // Types are checked by `npm test`, once for the whole repository.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: '/(.*)',
      headers: [
        { key: 'Content-Security-Policy', value: contentSecurityPolicy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
      ],
    },
  ],
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
