import tseslint from 'typescript-eslint';

const why =
  'Outside libs/platform nobody opens a connection: what is not inside an operation escapes row-level security.';

const noConnections = {
  paths: [
    { name: 'typeorm', importNames: ['DataSource'], message: why },
    { name: 'pg', message: why },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.muster/', 'apps/console/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A class that a decorated parameter names must stay a value, or Nest cannot inject it; the rule knows that as
      // long as it is told that decorator metadata is written, which tsconfig does.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['apps/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/platform/**', '**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', noConnections] },
  },
);
